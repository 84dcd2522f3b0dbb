"""Prefixes of sector and national standards, with the field that each stands for.

The letters are those of the state's list of sector codes, with the older ones that printed
standards still carry and the families of construction codes.
"""

from __future__ import annotations

from typing import Final

_SECTORS_TEXT: Final = """
AQ 安全生产 work safety
BB 包装 packaging
CB 船舶 shipbuilding
CH 测绘 surveying and mapping
CJ 城镇建设 urban construction
CJJ 城镇建设工程 urban construction works
CY 新闻出版 press and publishing
DA 档案 archives
DB 地震 earthquake
DL 电力 electric power
DLGJ 电力工程 electric power works
DY 电影 film
DZ 地质矿产 geology and minerals
EJ 核工业 nuclear industry
FZ 纺织 textiles
GA 公共安全 public security
GC 国家物资储备 state reserves
GH 供销合作 supply and marketing cooperatives
GM 密码 cryptography
GY 广播电视 radio and television
GYJ 广播电视工程 radio and television works
HB 航空 aviation
HG 化工 chemical industry
HGJ 化工工程 chemical works
HJ 生态环境 ecology and environment
HS 海关 customs
HY 海洋 ocean
JB 机械 machinery
JC 建材 building materials
JG 建筑工业 building industry
JGJ 建筑工程 building works
JR 金融 finance
JT 交通运输 transport
JTG 公路工程 highway works
JTJ 交通工程 transport works
JTS 水运工程 waterway works
JY 教育 education
KA 矿山安全 mine safety
LB 旅游 tourism
LD 劳动和劳动安全 labour and labour safety
LS 粮食 grain
LY 林业 forestry
MH 民用航空 civil aviation
MR 市场监管 market regulation
MT 煤炭 coal
MZ 民政 civil affairs
NB 能源 energy
NB/SH 石油化工（能源） petrochemicals under energy
NY 农业 agriculture
QB 轻工 light industry
QC 汽车 motor vehicles
QJ 航天 space
QX 气象 meteorology
RB 认证认可 certification and accreditation
SB 国内贸易 domestic trade
SC 水产 fishery
SDJ 水利电力工程 water and power works
SF 司法 justice
SH 石油化工 petrochemicals
SJ 电子 electronics
SL 水利 water resources
SN 出入境检验检疫 entry-exit inspection and quarantine
SW 税务 taxation
SY 石油天然气 petroleum and natural gas
TB 铁路运输 railway transport
TBJ 铁路工程 railway works
TD 土地管理 land administration
TSG 特种设备 special equipment
TY 体育 sport
WB 物资管理 materials management
WH 文化 culture
WJ 兵工民品 civil products of the arms industry
WM 外经贸 foreign trade
WS 卫生 health
WW 文物保护 cultural relics
XB 稀土 rare earths
XF 消防救援 fire and rescue
YB 黑色冶金 ferrous metallurgy
YBJ 黑色冶金工程 ferrous metallurgy works
YC 烟草 tobacco
YD 通信 telecommunications
YDJ 通信工程 telecommunications works
YJ 应急管理 emergency management
YS 有色金属 non-ferrous metals
YY 医药 medical products
YZ 邮政 post
ZB 专业标准 former professional standards
ZY 中医药 traditional Chinese medicine
建标 工程项目建设标准 construction standards for public projects
"""

_NATIONAL_TEXT: Final = """
GB 国家标准 national standards
GBJ 工程建设国家标准（旧） former national construction standards
GBZ 国家职业卫生标准 national occupational health standards
GJB 国家军用标准 national military standards
GSB 国家标准样品 national reference materials
JJF 国家计量技术规范 national metrology specifications
JJG 国家计量检定规程 national verification regulations
"""

# Families whose numbers begin with letters or go on after a dash: JTG B01-2014, JTG 3362-01-2018.
LETTERED_NUMBERS: Final = frozenset({"JTG", "JTS", "TSG", "GY", "JTJ"})
DASHED_NUMBERS: Final = frozenset({"JTG", "JTS", "JTJ", "GSB"})

FOREIGN: Final = frozenset(
    {
        "ISO",
        "IEC",
        "ITU",
        "CEN",
        "EN",
        "BS",
        "DIN",
        "ANSI",
        "ASTM",
        "ASME",
        "IEEE",
        "JIS",
        "NF",
        "GOST",
        "CNS",
        "KS",
        "AS",
        "NZS",
        "CSA",
        "UL",
        "IFLA",
        "WHO",
        "IWA",
        "PAS",
        "UNE",
        "UNI",
        "SIS",
        "ETSI",
        "IETF",
        "RFC",
        "CODEX",
        "OIML",
    }
)


def _table(text: str) -> dict[str, tuple[str, str]]:
    rows = (line.split(" ", 2) for line in text.strip().splitlines())
    return {prefix: (zh, en) for prefix, zh, en in rows}


SECTORS: Final = _table(_SECTORS_TEXT)
NATIONAL: Final = _table(_NATIONAL_TEXT)
