"""The closed vocabulary in which lists word their levels.

A level is only read where every word of its clause stands here or ends like a group or a measure; any
other word leaves the clause as text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

PERIODS: Final = {
    "月": "month",
    "年": "year",
    "年度": "year",
    "学年": "year",
    "学期": "term",
    "季度": "quarter",
    "季": "quarter",
    "周": "week",
    "天": "day",
    "日": "day",
}
COUNTED_PER: Final = {
    "人": "person",
    "名": "person",
    "生": "student",
    "名学生": "student",
    "户": "household",
    "孩": "child",
    "名儿童": "child",
    "儿童": "child",
    "村": "village",
    "行政村": "village",
    "个行政村": "village",
    "个村": "village",
    "例": "case",
    "床": "bed",
    "床位": "bed",
    "张床位": "bed",
    "张床": "bed",
    "人次": "visit",
    "平方米": "m2",
    "亩": "mu",
    "千人": "1000-people",
    "千人口": "1000-people",
    "千常住人口": "1000-people",
    "千名常住人口": "1000-people",
    "万人": "10000-people",
    "万人口": "10000-people",
    "千名老年人": "1000-older-people",
    "千老年人": "1000-older-people",
    "千名老人": "1000-older-people",
}
COMPARATORS: Final = {
    "不得低于": "at-least",
    "不低于": "at-least",
    "不得少于": "at-least",
    "不少于": "at-least",
    "不小于": "at-least",
    "至少": "at-least",
    "最低": "at-least",
    "最少": "at-least",
    "达到": "at-least",
    "达": "at-least",
    "不得超过": "at-most",
    "不超过": "at-most",
    "不得高于": "at-most",
    "不高于": "at-most",
    "不多于": "at-most",
    "不大于": "at-most",
    "至多": "at-most",
    "最高": "at-most",
    "最多": "at-most",
    "最长": "at-most",
    "超过": "more-than",
    "高于": "more-than",
    "多于": "more-than",
    "大于": "more-than",
    "低于": "less-than",
    "少于": "less-than",
    "小于": "less-than",
    "大约": "about",
    "约": "about",
    "平均": "about",
}
AFTER: Final = {
    "及以上": "at-least",
    "以上": "at-least",
    "及以下": "at-most",
    "以下": "at-most",
    "以内": "at-most",
    "之内": "at-most",
    "内": "at-most",
    "左右": "about",
}


def any_of(words: Iterable[str]) -> str:
    """Alternatives of a pattern, the longest first, so that no word hides behind its beginning."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_PER: Final = any_of(COUNTED_PER)
_PERIOD: Final = any_of(PERIODS)
# 每人每月, 每月每人, 每年, 每户, 人均, 生均.
RATE: Final = (
    rf"每(?:(?P<per>{_PER})(?:每?(?P<period>{_PERIOD})(?![级份龄]))?"
    rf"|(?P<period_first>{_PERIOD})(?:每?(?P<per_second>{_PER}))?)"
    r"|(?P<mean>人均|生均)"
)
# 元/人·月, 元/人/月, 元/（人·月）, 元/月, 元每人每月; the order of the two does not matter.
BEHIND: Final = rf"(?:/|每)[（]?(?:每?(?P<a>{_PER}|{_PERIOD})(?:[·•.．・/*×、]?每?(?P<b>{_PER}|{_PERIOD}))?)[）]?"
# Words that only carry the sentence. 最低 in 最低生活保障 is no comparator.
# fmt: off
_CARRIERS: Final = any_of(
    [
    "按照", "按", "为", "对", "向", "给予", "给与", "予以", "发放", "提供", "进行",
    "开展", "组织", "实施", "安排", "举办", "举行", "放映", "接受", "享受", "领取",
    "执行", "支付", "拨付", "发给", "核定", "计发", "核发", "计算", "计", "核算",
    "确定", "应当", "应", "可", "须", "均", "统一", "原则上", "全国", "全省", "全市",
    "全区", "全县", "本市", "本区", "本县", "我市", "我区", "我县", "提高到", "提高至",
    "调整为", "调整到", "上调至", "免费", "一次性", "标准为", "标准", "控制在", "开放",
    "至", "是", "：", "开设", "设置", "配备", "配置", "拥有", "保持", "定期",
    "组织开展", "的", "专场", "上门", "入户",
]
)
# Of these a name may follow at once; another one before a group might belong to its name.
LEADS: Final = frozenset(
    [
    "按照", "按", "为", "对", "向", "给予", "给与", "予以", "发放", "提供", "的", "：",
    "标准为", "标准", "全国", "全省", "全市", "全区", "全县", "本市", "本区", "本县",
    "我市", "我区", "我县", "是",
]
)
# fmt: on
_CMP: Final = "|".join(
    rf"{word}(?!生活|工资|限价|保障)" if word in {"最低", "最高"} else word
    for word in sorted(COMPARATORS, key=len, reverse=True)
)
TOKEN: Final = re.compile(rf"(?P<rate>{RATE})|(?P<cmp>{_CMP})|(?P<carrier>{_CARRIERS})")

_AGE: Final = (
    r"[0-9]+(?:(?:—|-|~|至)[0-9]+)?(?:周岁|岁|月龄|周龄)|[0-9]+(?:(?:—|-|~|至)[0-9]+)?级|[0-9]型"
)
AGE: Final = re.compile(_AGE)
GROUP: Final = re.compile(
    r"(?:人|人员|对象|群众|居民|家庭|困难户|脱贫户|低保户|五保户|儿童|学生|新生|寄宿生|大学生|毕业生|高中生|初中生|小学生|"
    r"幼儿|孤儿|妇女|孕妇|产妇|孕产妇|患者|职工|教师|军人|士兵|烈属|遗属|家属|者|少年|青年|劳动力|"
    r"岁以上|岁及以上|岁|级|[一二三]档|小学|初中|高中|中职|中学|幼儿园|学校|机构|社区|地区|城市|农村|城镇|"
    r"夫妇|夫妻|女性|男性|党员|居委会|村委会|服务中心|服务站|场馆|图书馆|文化馆|博物馆|体育馆|运动员|干部)$"
)
# A word that stands for nobody in particular is no group.
NOBODY: Final = re.compile(
    r"^(?:补贴|补助|救助|服务|保障|资助|发放|奖励|上述|以上|其他|有关|相关)?(?:人员|对象|机构|人)$"
)
MEASURE: Final = re.compile(
    r"(?:标准|津贴|补贴|补助|补助金|救助金|抚恤金|养老金|奖励金|扶助金|资助金|慰问金|救济金|保障金|低保金|助学金|"
    r"奖学金|生活费|护理费|服务费|膳食费|丧葬费|公用经费|工作经费|经费|定额|额度|金额|限额|奖励|资助|救助|补偿|扶助|待遇)$"
)
# A measure of a share, of a time, and of a room.
SHARE: Final = re.compile(r"(?:率|比例|占比|比重|覆盖面|满意度)$")
DURATION: Final = re.compile(r"(?:时限|期限|时间|周期|时长)$")
ROOM: Final = re.compile(r"(?:面积|床位数?|床位总数|用地)$")
ACTION: Final = re.compile(
    r"(?:体检|检查|随访|访视|服务|培训|招聘会|招聘|活动|演出|电影|指导|评估|探访|巡访|走访|访问|督导|检测|筛查|监测|咨询|"
    r"讲座|慰问|监督|巡查|护理|家访|宣传|展览|比赛|竞赛|演练|测试|测评|诊断|治疗|广播节目|电视节目|图书|报刊|节目|放映|巡诊)$"
)
# Who acts or when a limit begins: nothing of it belongs into the figure.
BEGINS: Final = re.compile(r"^(?:自|从)?[\u4e00-\u9fff]{0,16}(?:之日起|之后|后|起)$|^(?:在|于)$")
HANDLES: Final = re.compile(
    r"^(?:办结|办理完毕|办理|办毕|完成[\u4e00-\u9fff]{0,8}|作出[\u4e00-\u9fff]{0,8}|做出[\u4e00-\u9fff]{0,8}|答复|回复|"
    r"审核[\u4e00-\u9fff]{0,6}|审批[\u4e00-\u9fff]{0,4}|发放[\u4e00-\u9fff]{0,6}|公示|反馈|告知|到位|上门[\u4e00-\u9fff]{0,4}|受理|予以[\u4e00-\u9fff]{0,6})?$"
)
# Words after which a figure no longer says the level itself.
VETO: Final = re.compile(
    r"减半|折半|折算|除外|半价|一半|半数|以此类推|每增加|每超|递增|增长|浮动|上浮|分别|其中|差额|补差|减免|罚|逾期|"
    r"(?<!低)收入|财产|个人缴|缴纳|自付|自费|起付|封顶|原标准|原来|此前|以前|曾经|过去|拟|计划|力争|争取|目标|逐步|"
    r"(?:中央|省级|市级|区级|县级|省|市|区|县)财政|但|不再|取消|暂停|(?:增加|提高|增发|增|上调|降低|下调|减少|扣减|扣除)(?![到至])|"
    r"或者?|上年|上一年|参照|比照|相当于|以外|之外|部分|超出|不含|各(?:[0-9]|占)|最终|试点|试行"
)
