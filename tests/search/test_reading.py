"""How a query is read, on a handful of documents."""

from __future__ import annotations

import pytest

from bps.search.ages import read_ages
from bps.search.answer import answer
from bps.search.document import SearchDocument
from bps.search.index import SearchIndex, build_index
from bps.search.memory_engine import MemoryEngine
from bps.search.normalise import LONGEST_QUERY
from bps.search.reading import make_plan
from bps.search.reasons import say_why

DOCUMENTS = (
    SearchDocument(
        id="cn/minimum-living",
        type="item",
        name=("最低生活保障", "Minimum living guarantee"),
        url="items/cn/minimum-living/",
        lay=("低保", "吃低保"),
        family="cn/minimum-living",
    ),
    SearchDocument(
        id="cn/vaccination",
        type="item",
        name=("预防接种", "Vaccination"),
        url="items/cn/vaccination/",
        lay=("打疫苗", "vaccine"),
        about=("0-6岁儿童", "Children aged 0 to 6"),
        facets=(("area", ("national-areas/childcare",)),),
        family="cn/vaccination",
    ),
    SearchDocument(
        id="cn/rural-housing-renovation",
        type="item",
        name=("农村危房改造", "Renovation of dilapidated rural houses"),
        url="items/cn/rural-housing-renovation/",
        family="cn/rural-housing-renovation",
    ),
    SearchDocument(
        id="hubei/minimum-living",
        type="item",
        name=("最低生活保障", "Minimum living guarantee"),
        url="items/hubei/minimum-living/",
        lay=("低保",),
        places=("湖北省", "湖北", "Hubei"),
        facets=(("place", ("hubei",)),),
        weight=0.84,
        family="cn/minimum-living",
    ),
    SearchDocument(
        id="gb-t-46916-2025",
        type="standard",
        name=("基本公共服务社会满意度测评通则", ""),
        url="standards/gb-t-46916-2025/",
        codes=("GB/T 46916-2025",),
        weight=0.86,
    ),
    SearchDocument(
        id="taizhou-jiangsu/db3212-t-1077-2021",
        type="standard",
        name=("家庭经济困难学生教育精准资助规范", ""),
        url="standards/taizhou-jiangsu/db3212-t-1077-2021/",
        codes=("DB3212/T 1077-2021",),
        weight=0.86,
    ),
    SearchDocument(
        id="older-people",
        type="recipients",
        name=("老年人", "Older people"),
        url="recipients/older-people/",
    ),
)
MEANINGS = {"老人": ["老年人"], "打疫苗": ["预防接种"], "vaccine": ["预防接种"]}


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return build_index(DOCUMENTS, MEANINGS)


@pytest.fixture(scope="module")
def engine(index: SearchIndex) -> MemoryEngine:
    made = MemoryEngine()
    made.index(index)
    return made


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("低保", "cn/minimum-living"),
        ("最低生活保障怎么申请", "cn/minimum-living"),
        ("ｄｉｂａｏ", "cn/minimum-living"),
        ("dī bǎo", "cn/minimum-living"),
        ("底保", "cn/minimum-living"),
        ("zdshbz", "cn/minimum-living"),
        ("最低生話保障", "cn/minimum-living"),
        ("孩子打疫苗去哪里", "cn/vaccination"),
        ("預防接種", "cn/vaccination"),
        ("yufang jiezhong", "cn/vaccination"),
        ("vaccinated", "cn/vaccination"),
        ("vacination", "cn/vaccination"),
        ("vaccin", "cn/vaccination"),
        ("危房", "cn/rural-housing-renovation"),
        ("wfgz", "cn/rural-housing-renovation"),
        ("农村危方改造", "cn/rural-housing-renovation"),
        ("gb／t 46916—2025", "gb-t-46916-2025"),
        ("GBT46916", "gb-t-46916-2025"),
        ("gb 46916 是什么标准", "gb-t-46916-2025"),
        ("46916", "gb-t-46916-2025"),
        ("db3212t1077-2021", "taizhou-jiangsu/db3212-t-1077-2021"),
        ("db3212", "taizhou-jiangsu/db3212-t-1077-2021"),
        ("七十岁", "older-people"),
        ("老人", "older-people"),
        ("湖北低保", "hubei/minimum-living"),
    ],
)
def test_every_way_of_asking_finds_it_first(
    index: SearchIndex, engine: MemoryEngine, query: str, first: str
) -> None:
    hits = answer(query, index, engine).hits
    assert [hit.entry.document.id for hit in hits][:1] == [first]


def test_words_that_only_ask_are_dropped(index: SearchIndex) -> None:
    assert [group.typed for group in make_plan("请问低保怎么办理呢", index).groups] == ["低保"]


def test_what_nothing_stands_for_is_named(index: SearchIndex) -> None:
    plan = make_plan("低保 火星", index)
    assert plan.unknown == ("火", "星")


def test_a_very_long_query_is_cut(index: SearchIndex) -> None:
    assert len(make_plan("低保" * 1000, index).query) == LONGEST_QUERY


def test_facets_narrow_the_result(index: SearchIndex, engine: MemoryEngine) -> None:
    local = answer("低保", index, engine, facets={"place": "hubei"}).hits
    assert [hit.entry.document.id for hit in local] == ["hubei/minimum-living"]
    assert not answer("低保", index, engine, facets={"type": "standard"}).hits


def test_the_same_service_of_a_place_stands_behind_the_national_one(
    index: SearchIndex, engine: MemoryEngine
) -> None:
    found = [hit.entry.document.id for hit in answer("低保", index, engine).hits]
    assert found == ["cn/minimum-living", "hubei/minimum-living"]


def test_nothing_found_gives_near_spellings_and_hubs_but_not_everything(
    index: SearchIndex, engine: MemoryEngine
) -> None:
    found = answer("大象饲养接种站", index, engine)
    assert found.hits == () or len(found.hits) < len(DOCUMENTS)
    nothing = answer("锄禾日当午", index, engine)
    assert nothing.hits == ()
    assert "items" in nothing.hubs
    assert (
        answer("生活保险障碍赛", index, engine).near or answer("生活保险障碍赛", index, engine).hits
    )


def test_a_query_of_nothing_finds_nothing(index: SearchIndex, engine: MemoryEngine) -> None:
    for query in ("", "   ", "？！", "的", "the"):
        assert answer(query, index, engine).hits == ()


@pytest.mark.parametrize(
    ("query", "zh", "en"),
    [
        ("低保", "俗称中有“低保”", "“低保” in the plain words"),
        ("dibao", "拼音 dibao 读作“低保”（俗称）", "dibao is pinyin for “低保” (plain words)"),
        ("底保", "“底保”可能是“低保”（俗称）", "“底保” may be “低保” (plain words)"),
        ("gbt46916", "标准号 GB/T 46916-2025", "code GB/T 46916-2025"),
        (
            "vacination",
            "“vacination”可能是“vaccination”（名称）",
            "“vacination” may be “vaccination” (name)",
        ),
    ],
)
def test_results_say_why_they_matched(
    index: SearchIndex, engine: MemoryEngine, query: str, zh: str, en: str
) -> None:
    reason = answer(query, index, engine).hits[0].reasons[0]
    said = say_why(reason)
    assert (said.zh, said.en) == (zh, en) or reason.how == "near"
    if reason.how == "near":
        assert reason.typed in said.zh
        assert reason.term in said.en


def test_the_index_does_not_depend_on_the_order_of_documents(index: SearchIndex) -> None:
    assert build_index(reversed(DOCUMENTS), MEANINGS).entries == index.entries


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("七十岁老人", ["老年人"]),
        ("65岁以上", ["老年人"]),
        ("3岁孩子", ["儿童"]),
        ("15岁", ["未成年人"]),
        ("30岁失业", []),
        ("六十五周岁", ["老年人"]),
        ("70 years old", ["老年人"]),
        ("十十岁", []),
        ("没有年龄", []),
    ],
)
def test_ages_stand_for_groups_of_people(query: str, words: list[str]) -> None:
    assert [word for _, word in read_ages(query)[0]] == words
