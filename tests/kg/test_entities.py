import pytest

from ingest.report import PlatformKind as Kind
from kg.entities import EntityKind, entity_iri, media_iri, normalised, outlet_of, referent

MEDIA = "临江市融媒体中心"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("社科十二时辰", "《社科12时辰》"),
        ("“社科十二时辰”", "社科１２时辰"),
        ("二〇二一年的春天", "2021年的春天"),
        ("大地之歌·节气", "大地之歌・节气"),
        ("大地之歌·节气", "大地之歌 节气"),
        ("三百六十五里路", "365里路"),
        ("AI我昌吉", "ai我昌吉"),
        ("「夜读」", "『夜读』"),
        ("一百零八将", "108将"),
        ("穿越70年，共鉴辉煌！", "穿越七十年 共鉴辉煌"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("十四五巡礼", "十五巡礼"),
        ("回眸七十载", "回眸十七载"),
        ("百姓故事", "一百姓故事"),
        ("新闻早餐", "新闻早茶"),
    ],
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@pytest.mark.parametrize("name", ["！！", "……", "《》", "+"])
def test_a_name_of_signs_keeps_a_key(name: str) -> None:
    assert normalised(name)


@pytest.mark.parametrize(
    ("kind", "spellings"),
    [
        (
            Kind.APP,
            [
                "掌上临江",
                "“掌上临江”客户端",
                "掌上临江APP",
                "掌上临江App",
                "掌上临江手机客户端",
                "掌上临江客户端(App)",
            ],
        ),
        (
            Kind.WECHAT,
            ["临江日报微信公众号", "临江日报官方微信", "临江日报微信公众平台", "临江日报公众号", "临江日报"],
        ),
        (Kind.WEBSITE, ["中国临江网", "中国临江网站", "中国临江网官网"]),
        (Kind.DOUYIN, ["临江日报抖音号", "临江日报官方抖音", "临江日报抖音账号"]),
    ],
)
def test_platform_endings_are_one(kind: Kind, spellings: list[str]) -> None:
    assert len({entity_iri("platform", MEDIA, name, kind) for name in spellings}) == 1


def test_same_name_of_another_kind_is_another_platform() -> None:
    kinds = (Kind.NEWSPAPER, Kind.WECHAT, Kind.WEIBO, Kind.DOUYIN, Kind.VIDEO_ACCOUNT)
    assert len({entity_iri("platform", MEDIA, "临江日报", kind) for kind in kinds}) == len(kinds)


def test_an_ending_alone_is_kept() -> None:
    app = entity_iri("platform", MEDIA, "客户端", Kind.APP)
    assert app != entity_iri("platform", MEDIA, "", Kind.APP)
    assert outlet_of("微信公众号") is None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("临江日报微信视频号", (Kind.VIDEO_ACCOUNT, "临江日报")),
        ("临江日报微信公众号", (Kind.WECHAT, "临江日报")),
        ("临江日报", None),
        ("人民网", None),
        ("传播部", None),
    ],
)
def test_what_a_name_tells_of_itself(name: str, told: tuple[Kind, str] | None) -> None:
    assert outlet_of(name) == told


def test_series_ending_of_works_and_columns() -> None:
    for kind in ("work", "column"):
        assert entity_iri(kind, MEDIA, "大地之歌系列") == entity_iri(kind, MEDIA, "《大地之歌》")
    assert entity_iri("event", MEDIA, "大地之歌系列") != entity_iri("event", MEDIA, "大地之歌")
    assert entity_iri("work", MEDIA, "系列") != entity_iri("work", MEDIA, "")


def test_measures_drop_the_word_number_but_not_part_of_a_word() -> None:
    assert entity_iri("measure", None, "粉丝数") == entity_iri("measure", None, "粉丝数量")
    assert entity_iri("measure", None, "粉丝数") == entity_iri("measure", None, "粉丝")
    assert entity_iri("measure", None, "传播指数") != entity_iri("measure", None, "传播指")
    assert entity_iri("measure", None, "培训人数") != entity_iri("measure", None, "培训人")


def test_scope() -> None:
    assert entity_iri("award", MEDIA, "江州新闻奖") == entity_iri("award", "大河日报社", "江州新闻奖")
    assert entity_iri("work", MEDIA, "渡口") != entity_iri("work", "大河日报社", "渡口")
    assert entity_iri("work", MEDIA, "渡口") == entity_iri("work", "临江市 融媒体中心", "渡口")
    assert entity_iri("work", MEDIA, "渡口") != entity_iri("column", MEDIA, "渡口")


@pytest.mark.parametrize(
    ("kind", "media", "outlet"), [("work", None, None), ("platform", MEDIA, None), ("work", MEDIA, Kind.APP)]
)
def test_what_is_missing_is_an_error(kind: EntityKind, media: str | None, outlet: Kind | None) -> None:
    with pytest.raises(ValueError, match=r"media|platform"):
        entity_iri(kind, media, "渡口", outlet)


def test_referents() -> None:
    assert referent(MEDIA, None) == ("media", None, media_iri(MEDIA))
    assert referent(MEDIA, "“临江市融媒体中心”")[0] == "media"
    app = entity_iri("platform", MEDIA, "掌上临江", Kind.APP)
    assert referent(MEDIA, "掌上临江客户端") == ("platform", Kind.APP, app)
    assert referent(MEDIA, "传播部")[0] == "referent"


def test_iris_never_change() -> None:
    # Stored graphs and people's decisions hold these: a change here needs a migration.
    assert str(entity_iri("work", MEDIA, "社科十二时辰")).startswith("https://w3id.org/yinzheng/id/work-")
    assert str(media_iri(MEDIA)) == "https://w3id.org/yinzheng/id/media-83415cd4cfe7f8a6"
