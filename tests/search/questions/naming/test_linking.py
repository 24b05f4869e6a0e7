import pytest

from search.questions.naming.catalog import Catalog, catalog
from search.questions.naming.linking import link
from search.questions.naming.names import other_names
from search.questions.wording.words import key
from tests.search.questions.gold import gold_shelf


@pytest.fixture(scope="module")
def known() -> Catalog:
    return catalog(gold_shelf("cangning"), "沧宁日报报业集团")


def labels(question: str, known: Catalog) -> list[tuple[str, set[str]]]:
    return [
        (mention.name, {entity.label for entity in mention.candidates if entity.kind != "referent"})
        for mention in link(question, known)
    ]


@pytest.mark.parametrize(
    ("question", "name", "label"),
    [
        ("河长手记专栏", "河长手记", "河长手记"),
        ("一条河的三任河长", "1条河的3任河长", "一条河的3任河长"),
        ("那一夜我们在堤上这个H5", "那1夜我们在堤上", "那一夜,我们在堤上"),
        ("沧宁日报公众号", "沧宁日报公众号", "沧宁日报微信公众号"),
        ("沧宁日报的微信", "沧宁日报的微信", "沧宁日报微信公众号"),
        ("晚报发行量", "晚报", "沧宁晚报"),
        ("掌上沧宁APP", "掌上沧宁app", "掌上沧宁客户端"),
        ("城市党报新闻奖", "城市党报新闻奖", "全国城市党报新闻奖"),
    ],
)
def test_names_are_found_however_they_are_written(
    known: Catalog, question: str, name: str, label: str
) -> None:
    found = labels(question, known)
    assert found[0][0] == name
    assert label in found[0][1]


def test_the_longest_name_is_taken(known: Catalog) -> None:
    assert labels("沧宁日报抖音号", known) == [("沧宁日报抖音号", {"沧宁日报抖音号"})]


def test_the_word_beside_tells_homonyms_apart(known: Catalog) -> None:
    (mention,) = link("沧宁日报头条号有多少粉丝", known)
    assert {entity.outlet for entity in mention.candidates} == {"toutiao"}
    (column,) = link("沧水专版出了几期", known)
    assert {entity.kind for entity in column.candidates} == {"column"}


def test_an_account_that_is_not_there_has_no_candidates(known: Catalog) -> None:
    assert labels("沧宁日报小程序微博", known)[-1][0] == "微博"
    assert [m.candidates for m in link("沧宁晚报抖音号", known)] == [()]
    assert [m.candidates for m in link("纪录片《高山来客》", known)] == [()]
    assert [m.candidates for m in link("电台的听众", known)] == [()]


def test_a_kind_alone_means_all_accounts_of_it(known: Catalog) -> None:
    assert labels("公众号粉丝", known) == [("公众号", {"沧宁日报微信公众号", "沧宁晚报微信公众号"})]


@pytest.mark.parametrize(
    ("kind", "label", "name"),
    [
        ("referent", "首席记者吴绍平", "吴绍平"),
        ("award", "“淮江好记者”演讲比赛", "淮江好记者"),
        ("award", "中国县市区域报新闻奖", "县市区域报新闻奖"),
        ("work", "沧水长歌——一座城的治水记忆", "沧水长歌"),
        ("platform", "“沧宁云”客户端", "沧宁云"),
    ],
)
def test_shorter_names(kind: str, label: str, name: str) -> None:
    assert name in other_names(kind, label, "沧宁")  # type: ignore[arg-type]


def test_a_level_is_no_award() -> None:
    assert not other_names("award", "一等奖", "沧宁")
    assert all(len(name) >= 5 for name in other_names("award", "全国新闻奖", "") - {key("全国新闻奖")})
