"""Codes of standards in every spelling that lists, slides and catalogues use."""

from __future__ import annotations

import time

import pytest

from bps.codes import StandardCode, find_codes, parse_code, parts_of_range
from bps.codes.documents import TEXT_LENGTH
from bps.codes.local import check_region
from bps.codes.regions import PROVINCES, city_name
from bps.codes.sectors import NATIONAL, SECTORS

YEAR = 2026

# text | class | mandate | canonical | prefix | region | number | part | year   ("." = none)
GOOD = """
GB 5749-2022                    | national | mandatory | GB 5749-2022 | GB | . | 5749 | . | 2022
GB5749-2022                     | national | mandatory | GB 5749-2022 | GB | . | 5749 | . | 2022
gb 5749-2022                    | national | mandatory | GB 5749-2022 | GB | . | 5749 | . | 2022
GB/T 46916-2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T46916-2025                  | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
gbt 46916 2025                  | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GBT46916-2025                   | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
gb-t-46916-2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB_T 46916-2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB-T 46916-2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB T 46916-2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB / T 46916 - 2025             | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB／T 46916－2025               | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB∕T 46916—2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB⁄T 46916–2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB\\T 46916−2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T 46916‐2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T 46916‑2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T 46916―2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T 46916~2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T 46916～2025                | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T 46916〜2025                | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T 46916——2025                | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T 46916:2025                 | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
ＧＢ／Ｔ　４６９１６－２０２５  | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
《GB/T 46916-2025》             | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
（GB/T 46916-2025）             | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T 46916-2025年               | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T 46916-2025。               | national | voluntary | GB/T 46916-2025 | GB | . | 46916 | . | 2025
GB/T 39554.1-2020               | national | voluntary | GB/T 39554.1-2020 | GB | . | 39554 | 1 | 2020
GB/T 39554．1—2020              | national | voluntary | GB/T 39554.1-2020 | GB | . | 39554 | 1 | 2020
GB/T 39554 .1 -2020             | national | voluntary | GB/T 39554.1-2020 | GB | . | 39554 | 1 | 2020
gb-t-36953-1-2018               | national | voluntary | GB/T 36953.1-2018 | GB | . | 36953 | 1 | 2018
GB/T 31596.10-2016              | national | voluntary | GB/T 31596.10-2016 | GB | . | 31596 | 10 | 2016
GB/T 1.1-2020                   | national | voluntary | GB/T 1.1-2020 | GB | . | 1 | 1 | 2020
GB 3095-82                      | national | mandatory | GB 3095-1982 | GB | . | 3095 | . | 1982
GB 1-58                         | national | mandatory | GB 1-1958 | GB | . | 1 | . | 1958
GB/T 1234-99                    | national | voluntary | GB/T 1234-1999 | GB | . | 1234 | . | 1999
GB 2099-2026                    | national | mandatory | GB 2099-2026 | GB | . | 2099 | . | 2026
GB/Z 40847-2021                 | national | guidance  | GB/Z 40847-2021 | GB | . | 40847 | . | 2021
GBZ 158-2003                    | national | mandatory | GBZ 158-2003 | GBZ | . | 158 | . | 2003
gbz158-2003                     | national | mandatory | GBZ 158-2003 | GBZ | . | 158 | . | 2003
GBZ/T 225-2010                  | national | voluntary | GBZ/T 225-2010 | GBZ | . | 225 | . | 2010
GBZT 225-2010                   | national | voluntary | GBZ/T 225-2010 | GBZ | . | 225 | . | 2010
GBZ 2.1-2019                    | national | mandatory | GBZ 2.1-2019 | GBZ | . | 2 | 1 | 2019
GBJ 16-87                       | national | mandatory | GBJ 16-1987 | GBJ | . | 16 | . | 1987
GJB 9001C-2017                  | national | mandatory | GJB 9001C-2017 | GJB | . | 9001C | . | 2017
GSB 02-1426-2001                | national | mandatory | GSB 02-1426-2001 | GSB | . | 02-1426 | . | 2001
JJG 1-1999                      | national | mandatory | JJG 1-1999 | JJG | . | 1 | . | 1999
JJF 1059.1-2012                 | national | mandatory | JJF 1059.1-2012 | JJF | . | 1059 | 1 | 2012
GB/T 19001-2016/ISO 9001:2015   | national | voluntary | GB/T 19001-2016 | GB | . | 19001 | . | 2016
GB/T 19001-2016 idt ISO 9001:2015 | national | voluntary | GB/T 19001-2016 | GB | . | 19001 | . | 2016
GB/T 19001-2016 IDT             | national | voluntary | GB/T 19001-2016 | GB | . | 19001 | . | 2016
GB/T 19001-2016（ISO 9001:2015，IDT） | national | voluntary | GB/T 19001-2016 | GB | . | 19001 | . | 2016
GB/T 2423.1-2008 (IEC 60068-2-1:2007 IDT) | national | voluntary | GB/T 2423.1-2008 | GB | . | 2423 | 1 | 2008
GB 5749-2006/XG1-2010           | national | mandatory | GB 5749-2006 | GB | . | 5749 | . | 2006
GB 5749-2006 XG1-2010           | national | mandatory | GB 5749-2006 | GB | . | 5749 | . | 2006
GB 14880-2012第1号修改单        | national | mandatory | GB 14880-2012 | GB | . | 14880 | . | 2012
GB 14880-2012《食品营养强化剂使用标准》第1号修改单 | national | mandatory | GB 14880-2012 | GB | . | 14880 | . | 2012
GB 14880-2012（第一号修改单）   | national | mandatory | GB 14880-2012 | GB | . | 14880 | . | 2012
GB 50016-2014（2018年版）       | national | mandatory | GB 50016-2014 | GB | . | 50016 | . | 2014
GB 5749-2022《生活饮用水卫生标准》 | national | mandatory | GB 5749-2022 | GB | . | 5749 | . | 2022
GB/T 19001-2016（英文版）       | national | voluntary | GB/T 19001-2016 | GB | . | 19001 | . | 2016
MZ/T 170-2021                   | sector | voluntary | MZ/T 170-2021 | MZ | . | 170 | . | 2021
MZT170-2021                     | sector | voluntary | MZ/T 170-2021 | MZ | . | 170 | . | 2021
MZ/T 032-2012                   | sector | voluntary | MZ/T 032-2012 | MZ | . | 032 | . | 2012
LD/T 01-2020                    | sector | voluntary | LD/T 01-2020 | LD | . | 01 | . | 2020
WS 196-2017                     | sector | mandatory | WS 196-2017 | WS | . | 196 | . | 2017
WST 423-2013                    | sector | voluntary | WS/T 423-2013 | WS | . | 423 | . | 2013
WS/T 423—2022                   | sector | voluntary | WS/T 423-2022 | WS | . | 423 | . | 2022
JY/T 0632-2020                  | sector | voluntary | JY/T 0632-2020 | JY | . | 0632 | . | 2020
SB/T 10944-2012                 | sector | voluntary | SB/T 10944-2012 | SB | . | 10944 | . | 2012
CJ/T 555-2024                   | sector | voluntary | CJ/T 555-2024 | CJ | . | 555 | . | 2024
CJT 555-2024                    | sector | voluntary | CJ/T 555-2024 | CJ | . | 555 | . | 2024
CJJ 14-87                       | sector | mandatory | CJJ 14-1987 | CJJ | . | 14 | . | 1987
CJJ/T 65-2004                   | sector | voluntary | CJJ/T 65-2004 | CJJ | . | 65 | . | 2004
JT/T 19-2001                    | sector | voluntary | JT/T 19-2001 | JT | . | 19 | . | 2001
JT/T 19-2001(2010)              | sector | voluntary | JT/T 19-2001 | JT | . | 19 | . | 2001
JTT 19-2001                     | sector | voluntary | JT/T 19-2001 | JT | . | 19 | . | 2001
HJ 2025-2012                    | sector | mandatory | HJ 2025-2012 | HJ | . | 2025 | . | 2012
HJ/T 91-2002                    | sector | voluntary | HJ/T 91-2002 | HJ | . | 91 | . | 2002
GA/T 1400.1-2017                | sector | voluntary | GA/T 1400.1-2017 | GA | . | 1400 | 1 | 2017
WH/T 87.3-2019                  | sector | voluntary | WH/T 87.3-2019 | WH | . | 87 | 3 | 2019
TY/T 1002.1-2005                | sector | voluntary | TY/T 1002.1-2005 | TY | . | 1002 | 1 | 2005
JG/T 191-2006                   | sector | voluntary | JG/T 191-2006 | JG | . | 191 | . | 2006
JGJ 125-99                      | sector | mandatory | JGJ 125-1999 | JGJ | . | 125 | . | 1999
JGJ/T 495-2022                  | sector | voluntary | JGJ/T 495-2022 | JGJ | . | 495 | . | 2022
JGJT 320-2014                   | sector | voluntary | JGJ/T 320-2014 | JGJ | . | 320 | . | 2014
JGJ 39-2016(2019年版)           | sector | mandatory | JGJ 39-2016 | JGJ | . | 39 | . | 2016
YY/T 0316-2016                  | sector | voluntary | YY/T 0316-2016 | YY | . | 0316 | . | 2016
NY/T 5344.1-2006                | sector | voluntary | NY/T 5344.1-2006 | NY | . | 5344 | 1 | 2006
GY/T 5093-2020                  | sector | voluntary | GY/T 5093-2020 | GY | . | 5093 | . | 2020
SF/T 0058-2019                  | sector | voluntary | SF/T 0058-2019 | SF | . | 0058 | . | 2019
YJ/T 26-2024                    | sector | voluntary | YJ/T 26-2024 | YJ | . | 26 | . | 2024
QB/T 4089-2010                  | sector | voluntary | QB/T 4089-2010 | QB | . | 4089 | . | 2010
QJ/Z 12-2001                    | sector | guidance  | QJ/Z 12-2001 | QJ | . | 12 | . | 2001
TB/T 1407.1-2018                | sector | voluntary | TB/T 1407.1-2018 | TB | . | 1407 | 1 | 2018
TD/T 1055-2019                  | sector | voluntary | TD/T 1055-2019 | TD | . | 1055 | . | 2019
XF 1131-2014                    | sector | mandatory | XF 1131-2014 | XF | . | 1131 | . | 2014
NB/T 47013.2-2015               | sector | voluntary | NB/T 47013.2-2015 | NB | . | 47013 | 2 | 2015
NB/SH/T 0001-2010               | sector | voluntary | NB/SH/T 0001-2010 | NB/SH | . | 0001 | . | 2010
JTG B01-2014                    | sector | mandatory | JTG B01-2014 | JTG | . | B01 | . | 2014
JTG/T 3365-01-2020              | sector | voluntary | JTG/T 3365-01-2020 | JTG | . | 3365-01 | . | 2020
TSG Q0002-2008                  | sector | mandatory | TSG Q0002-2008 | TSG | . | Q0002 | . | 2008
建标 149-2010                   | sector | mandatory | 建标 149-2010 | 建标 | . | 149 | . | 2010
建标149—2010                    | sector | mandatory | 建标 149-2010 | 建标 | . | 149 | . | 2010
建标 107-2008                   | sector | mandatory | 建标 107-2008 | 建标 | . | 107 | . | 2008
JB 144-2010                     | sector | mandatory | JB 144-2010 | JB | . | 144 | . | 2010
DB/T 10-2016                    | sector | voluntary | DB/T 10-2016 | DB | . | 10 | . | 2016
DBT10-2016                      | sector | voluntary | DB/T 10-2016 | DB | . | 10 | . | 2016
DB / T 29.1-2008                | sector | voluntary | DB/T 29.1-2008 | DB | . | 29 | 1 | 2008
DB44/T 2279-2021                | local | voluntary | DB44/T 2279-2021 | DB | 44 | 2279 | . | 2021
ＤＢ４４／Ｔ　２２７９－２０２１ | local | voluntary | DB44/T 2279-2021 | DB | 44 | 2279 | . | 2021
DB 61/T 1479—2021               | local | voluntary | DB61/T 1479-2021 | DB | 61 | 1479 | . | 2021
DB3212/T 1077-2021              | local | voluntary | DB3212/T 1077-2021 | DB | 3212 | 1077 | . | 2021
DB3212T1077-2021                | local | voluntary | DB3212/T 1077-2021 | DB | 3212 | 1077 | . | 2021
db3212t1077 2021                | local | voluntary | DB3212/T 1077-2021 | DB | 3212 | 1077 | . | 2021
db3212-t-1077-2021              | local | voluntary | DB3212/T 1077-2021 | DB | 3212 | 1077 | . | 2021
DB3212_T 1077-2021              | local | voluntary | DB3212/T 1077-2021 | DB | 3212 | 1077 | . | 2021
DB4403/T 254.4-2022             | local | voluntary | DB4403/T 254.4-2022 | DB | 4403 | 254 | 4 | 2022
db4403-t-254-4-2022             | local | voluntary | DB4403/T 254.4-2022 | DB | 4403 | 254 | 4 | 2022
DB3301/T 0322.3-2020            | local | voluntary | DB3301/T 0322.3-2020 | DB | 3301 | 0322 | 3 | 2020
DB61/T 2099.5-2025              | local | voluntary | DB61/T 2099.5-2025 | DB | 61 | 2099 | 5 | 2025
DB14/T 2260-2021                | local | voluntary | DB14/T 2260-2021 | DB | 14 | 2260 | . | 2021
DB44/26-2001                    | local | mandatory | DB44/ 26-2001 | DB | 44 | 26 | . | 2001
DB44/ 26-2001                   | local | mandatory | DB44/ 26-2001 | DB | 44 | 26 | . | 2001
DB44 26-2001                    | local | mandatory | DB44/ 26-2001 | DB | 44 | 26 | . | 2001
DB11/ 1983-2022                 | local | mandatory | DB11/ 1983-2022 | DB | 11 | 1983 | . | 2022
DB31/Z 1-2020                   | local | guidance  | DB31/Z 1-2020 | DB | 31 | 1 | . | 2020
DB3712/T 12-2018                | local | voluntary | DB3712/T 12-2018 | DB | 3712 | 12 | . | 2018
DB4499/T 1-2020                 | local | voluntary | DB4499/T 1-2020 | DB | 4499 | 1 | . | 2020
SZDB/Z 12-2010                  | local | guidance  | SZDB/Z 12-2010 | SZDB | 4403 | 12 | . | 2010
SZDBZ 12-2010                   | local | guidance  | SZDB/Z 12-2010 | SZDB | 4403 | 12 | . | 2010
szdb/z 12.1－2010               | local | guidance  | SZDB/Z 12.1-2010 | SZDB | 4403 | 12 | 1 | 2010
SZJG 31-2010                    | local | mandatory | SZJG 31-2010 | SZJG | 4403 | 31 | . | 2010
SZJG/T 31-2010                  | local | voluntary | SZJG/T 31-2010 | SZJG | 4403 | 31 | . | 2010
DBJ41/T 108-2011                | local | voluntary | DBJ41/T 108-2011 | DBJ | 41 | 108 | . | 2011
DBJ50/T-306-2018                | local | voluntary | DBJ50/T 306-2018 | DBJ | 50 | 306 | . | 2018
DBJ/T 15-38-2005                | local | voluntary | DBJ/T 15-38-2005 | DBJ | . | 15-38 | . | 2005
DGJ32/J 71-2014                 | local | mandatory | DGJ32/J 71-2014 | DGJ | 32 | 71 | . | 2014
DG/TJ08-2002-2006               | local | voluntary | DG/TJ 08-2002-2006 | DG | . | 08-2002 | . | 2006
DBS44/ 006-2016                 | local | mandatory | DBS44/ 006-2016 | DBS | 44 | 006 | . | 2016
T/CHAC 008-2025                 | group | voluntary | T/CHAC 008-2025 | T/CHAC | . | 008 | . | 2025
t/chac008-2025                  | group | voluntary | T/CHAC 008-2025 | T/CHAC | . | 008 | . | 2025
T／CQTSHRA　006—2024            | group | voluntary | T/CQTSHRA 006-2024 | T/CQTSHRA | . | 006 | . | 2024
T/CAS100-2016                   | group | voluntary | T/CAS 100-2016 | T/CAS | . | 100 | . | 2016
T/CAS 100.1-2016                | group | voluntary | T/CAS 100.1-2016 | T/CAS | . | 100 | 1 | 2016
T/UWA 005.2-1-2026              | group | voluntary | T/UWA 005.2-1-2026 | T/UWA | . | 005 | 2-1 | 2026
CECS 123:2001                   | group | voluntary | CECS 123-2001 | CECS | . | 123 | . | 2001
Q/12XQ 3456-2020                | enterprise | voluntary | Q/12XQ 3456-2020 | Q/12XQ | . | 3456 | . | 2020
q/abc001-2019                   | enterprise | voluntary | Q/ABC 001-2019 | Q/ABC | . | 001 | . | 2019
Q/320500ABC 01-2020             | enterprise | voluntary | Q/320500ABC 01-2020 | Q/320500ABC | . | 01 | . | 2020
Q/(HZ)ABC 001-2020              | enterprise | voluntary | Q/(HZ)ABC 001-2020 | Q/(HZ)ABC | . | 001 | . | 2020
Q/SY 1002.1—2019                | enterprise | voluntary | Q/SY 1002.1-2019 | Q/SY | . | 1002 | 1 | 2019
GB/T 19001                      | undated | voluntary | GB/T 19001 | GB | . | 19001 | . | .
GB 2099                         | undated | mandatory | GB 2099 | GB | . | 2099 | . | .
GB/T 31596.5                    | undated | voluntary | GB/T 31596.5 | GB | . | 31596 | 5 | .
GB/T 31596（所有部分）          | undated | voluntary | GB/T 31596 | GB | . | 31596 | . | .
MZ/T 032                        | undated | voluntary | MZ/T 032 | MZ | . | 032 | . | .
DB31/T 1608                     | undated | voluntary | DB31/T 1608 | DB | 31 | 1608 | . | .
T/ZZB 0123                      | undated | voluntary | T/ZZB 0123 | T/ZZB | . | 0123 | . | .
Q/ABC 001                       | undated | voluntary | Q/ABC 001 | Q/ABC | . | 001 | . | .
建标 149                        | undated | mandatory | 建标 149 | 建标 | . | 149 | . | .
"""

# text | words of the English reason
BAD = """
                            | empty
。                          | empty
GB 1-2099                   | year 2099 is impossible
GB 1-1890                   | year 1890 is impossible
GB/T 12345-2027             | year 2027 is impossible
DB33/T 2351-2131            | year 2131 is impossible
GB 3095-03                  | Two-digit years end with 1999
GB/T 5749-202               | four digits
GB/T 5749-20222             | four digits
发改社会〔2021〕443号       | government document
国办发〔2017〕47号          | government document
财社[2019]12号              | government document
卫办疾控（2011）38 号       | government document
国办秘函【2019】19号        | government document
国务院令第639号             | government document
人社部发2021年31号          | government document
建标〔2010〕149号           | government document
市场监管总局公告2021年第3号 | government document
ISO 9001:2015               | foreign or international
ISO/IEC 17025:2017          | foreign or international
EN 301549                   | foreign or international
ASTM D4169-16               | foreign or international
GB/T XXXXX-2021             | placeholder
GB/T ×××××—2021             | placeholder
GB 1-2000、GB 2-2000        | more than one
GB/T 1-2000和GB/T 2-2000    | more than one
GB                          | No number
GB/T                        | No number
DB44                        | No number
DB44/T                      | No number
T/CHAC                      | No number
DB61-2021                   | No number between
ZZ/T 1-2000                 | "ZZ" is in no table
GBX 1-2000                  | "GBX" is in no table
GB/X 12-2020                | comes T (voluntary) or Z
GB/T 46916-2025 老年         | more text after the code
GB/T 1-2020、               | .
DB3212T10772021             | run together
GB 0-2000                   | all zeros
GB/T 123456789-2020         | not a number with a year
GB/T ١٢٣-2020               | not a number with a year
DB440304/T 1-2021           | has 6
DB4/T 1-2021                | has 1
DB440/T 1-2021              | has 3
DB99/T 1-2020               | No province
DB9901/T 1-2020             | No province
DB4400/T 1-2020             | names no city
服务规范                    | no code of a standard
123-2020                    | no code of a standard
-                           | no code of a standard
"""


def _rows(table: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip()
    ]


@pytest.mark.parametrize("row", _rows(GOOD), ids=lambda row: row[0])
def test_a_code_is_read_in_every_spelling(row: list[str]) -> None:
    code = parse_code(row[0], today_year=YEAR)
    said = [
        code.class_,
        code.mandate,
        code.canonical,
        code.prefix,
        code.region,
        code.number,
        code.part,
        None if code.year is None else str(code.year),
    ]
    assert said == [None if cell == "." else cell for cell in row[1:]]


@pytest.mark.parametrize("row", _rows(GOOD), ids=lambda row: row[0])
def test_the_canonical_spelling_is_read_as_itself(row: list[str]) -> None:
    code = parse_code(row[3], today_year=YEAR)
    assert (code.canonical, code.class_) == (row[3], row[1])


@pytest.mark.parametrize("row", [r for r in _rows(BAD) if r[1] != "."], ids=lambda row: row[0])
def test_what_is_no_code_is_refused_with_the_reason(row: list[str]) -> None:
    code = parse_code(row[0], today_year=YEAR)
    assert code.class_ == "invalid"
    assert code.reason is not None
    assert row[1] in code.reason.en
    assert code.reason.zh
    assert (code.canonical, code.mandate, code.year) == (None, None, None)


def test_the_tables_are_as_long_as_promised() -> None:
    assert len(_rows(GOOD)) + len(_rows(BAD)) >= 150
    assert len(SECTORS) + len(NATIONAL) >= 70


@pytest.mark.parametrize("prefix", [p for p in SECTORS if p != "建标"])
def test_every_sector_prefix_is_known_with_and_without_its_mark(prefix: str) -> None:
    assert parse_code(f"{prefix} 12-2010").class_ == ("invalid" if prefix == "DB" else "sector")
    voluntary = parse_code(f"{prefix}/T 12-2010")
    assert (voluntary.class_, voluntary.mandate) == ("sector", "voluntary")


def test_every_province_may_carry_a_local_standard() -> None:
    assert [d for d in PROVINCES if parse_code(f"DB{d}/T 1-2020").class_ != "local"] == []
    assert city_name("4403") == "深圳市"
    assert city_name("4499") is None


def test_an_unknown_city_is_accepted_and_said() -> None:
    fault, remark = check_region("4499")
    assert fault is None
    assert remark is not None
    code = parse_code("DB4499/T 1-2020")
    assert code.reason is not None
    assert code.reason.zh == "代码表中没有市级代码“4499”，只核对了省份"


def test_what_is_left_out_is_said() -> None:
    code = parse_code("GB/T 19001-2016/ISO 9001:2015")
    assert code.reason is not None
    assert "ISO 9001:2015" in code.reason.en
    assert parse_code("GB/T 19001-2016").reason is None


def test_an_undated_code_keeps_the_class_it_would_have() -> None:
    assert parse_code("DB31/T 1608").scope == "local"


def test_the_year_bound_is_the_callers() -> None:
    assert parse_code("GB/T 1-2030", today_year=2030).year == 2030
    assert parse_code("GB/T 1-2030").class_ == "invalid"


def test_json_holds_the_nine_keys() -> None:
    assert parse_code("DB3212T1077-2021").as_json(language="zh") == {
        "class": "local",
        "mandate": "voluntary",
        "canonical": "DB3212/T 1077-2021",
        "prefix": "DB",
        "region": "3212",
        "number": "1077",
        "part": None,
        "year": 2021,
        "reason": None,
    }
    assert parse_code("ISO 9001").as_json(language="zh")["reason"] == (
        "ISO 是国际或国外标准的编号，不是中国标准编号"
    )


def test_codes_are_found_inside_a_text() -> None:
    text = "依据《DB4403/T 265-2022 服务规范》和GB/T 46916—2025，见发改社会〔2021〕443号、T/CHAC 008-2025。"
    assert [code.canonical for code in find_codes(text, today_year=YEAR)] == [
        "DB4403/T 265-2022",
        "GB/T 46916-2025",
        "T/CHAC 008-2025",
    ]


HOSTILE = [
    "GB/T " + "1." * 50_000,
    "T/" + "A1" * 50_000,
    "Q/" + "A)" * 50_000,
    "-" * 100_000,
    "(" * 100_000 + "IDT",
    "DB" + "4" * 100_000,
    "第" + "一" * 100_000 + "号",
    "GB " + " -" * 50_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_a_hundred_thousand_hostile_characters_are_refused_at_once(text: str) -> None:
    start = time.perf_counter()
    assert parse_code(text).class_ == "invalid"
    find_codes(text[:2000])
    assert time.perf_counter() - start < 0.25
    assert len(text) > TEXT_LENGTH


def test_the_parser_answers_any_text() -> None:
    for point in range(0x20, 0x3000, 7):
        assert isinstance(parse_code(f"GB{chr(point)}T 1{chr(point)}2020"), StandardCode)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("T/31SCTA 001-2022", "T/31SCTA 001-2022"),
        ("T/31SCTA 001", "T/31SCTA 001"),
        ("Q/CSQ MZ 001-2023", "Q/CSQ MZ 001-2023"),
        ("GB/T 24421.1-2023.", "GB/T 24421.1-2023"),
        ("GB_T 24421.1-2023", "GB/T 24421.1-2023"),
        ("GB／T 24421.1－2023。", "GB/T 24421.1-2023"),
    ],
)
def test_spellings_of_offices_and_scans_are_read(text: str, canonical: str) -> None:
    assert parse_code(text, today_year=2026).canonical == canonical


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("GB/T 24421.1~4-2009", ["24421.1-2009", "24421.2-2009", "24421.3-2009", "24421.4-2009"]),
        ("GB/T 24421.1～24421.3", ["24421.1", "24421.2", "24421.3"]),
        ("GB/T 24421.2至3-2023", ["24421.2-2023", "24421.3-2023"]),
    ],
)
def test_a_range_of_parts_is_that_many_standards(text: str, parts: list[str]) -> None:
    assert parts_of_range(text) == tuple(f"GB/T {part}" for part in parts)
    refused = parse_code(text, today_year=2026)
    assert not refused.is_valid
    assert refused.reason is not None
    assert f"{len(parts)}项标准" in refused.reason.zh


@pytest.mark.parametrize("text", ["GB/T 24421.1-2009", "GB/T 24421.4~1-2009", "GB/T 1.1~90"])
def test_what_is_no_range_is_none(text: str) -> None:
    assert parts_of_range(text) == ()


@pytest.mark.parametrize(("letter", "digit"), [("G", "6"), ("O", "0"), ("I", "1"), ("S", "5")])
def test_a_letter_that_may_be_a_misread_digit_is_doubted(letter: str, digit: str) -> None:
    code = parse_code(f"GB/T 4691{letter}-2025", today_year=2026)
    assert code.is_valid
    assert code.reason is not None
    assert digit in code.reason.zh


def test_a_letter_like_no_digit_is_not_doubted() -> None:
    assert parse_code("GB/T 4691A-2025", today_year=2026).reason is None


@pytest.mark.parametrize(
    ("text", "word"),
    [("T/中文 1-2020", "社团代号"), ("T/", "社团代号"), ("Q/", "单位代号"), ("DB/1", "DB 之后")],
)
def test_a_refusal_names_what_is_really_missing(text: str, word: str) -> None:
    reason = parse_code(text, today_year=2026).reason
    assert reason is not None
    assert word in reason.zh


@pytest.mark.parametrize(("year", "valid"), [(2026, True), (2027, False)])
def test_the_latest_year_is_that_of_the_run(year: int, valid: bool) -> None:  # noqa: FBT001 - a case
    assert parse_code(f"GB/T 1.1-{year}", today_year=2026).is_valid is valid
