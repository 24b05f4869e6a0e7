"""Things that one sentence counts out, asked for in other words than its own."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from search.questions.wording.several import Several, asks_several
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """潮汐县融媒体中心社会责任报告（2021年度）
一、前言
潮汐县融媒体中心2019年5月挂牌，由原县广播电视站、《潮汐报》编辑部和县政府网站新闻组整合组建，在岗职工86人。
二、阵地建设责任
“看潮汐”客户端新增“一键停车”“电子病历”“网上祭扫”等应用18项，注册用户21万。编辑部抽调30人组成“海风”“滩涂”“灯塔”三支突击队，全年发稿1200篇。
三、服务责任
主播走出播音间，就高价彩礼、校园霸凌、快递进村等话题与听众交谈。服务栏目《百姓问县长》先后请来公安、民政、水利等7个局的负责人答题。
四、人文关怀责任
夜读专栏《潮声》讲述船工、厨师、护林员的故事，刊播66篇。
五、合法经营责任
全年经营收入960万元，比上年增长8%，其中研学旅行、社区团购和文创三项新业务收入310万元。
六、文化责任
与邻县合办渔歌节，来自12个乡镇的320名歌手登台。为庆祝建党百年，推出《潮头忆》系列报道30集、《老船长说》微视频12期。
七、不足与改进
人才引进难。2022年，我们将开发海鲜预售、民宿预订等业务。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf([understand(_FIRST.encode(), "a.txt", "潮汐县融媒体中心", 2021)])


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("手机客户端里添了些啥新功能", ["一键停车", "电子病历", "网上祭扫"]),
        ("编辑部拉出来的三支突击队分别叫啥", ["海风", "滩涂", "灯塔"]),
        ("三支突击队的名字帮我报一下", ["海风", "滩涂", "灯塔"]),
        ("主播都跟听众聊了哪些事儿", ["高价彩礼", "校园霸凌", "快递进村"]),
        ("百姓问县长把哪些部门的头头请来了", ["公安", "民政", "水利"]),
        ("2021年中心有哪几块新业务挣到了钱", ["研学旅行", "社区团购", "文创"]),
        ("财政拨款之外，靠哪些新业务进账", ["研学旅行", "社区团购", "文创"]),
        ("社区团购之外还有什么新业务挣钱", ["研学旅行", "文创"]),
        ("潮声讲的都是些什么人的故事", ["船工", "厨师", "护林员"]),
    ],
)
def test_they_are_told_one_by_one(shelf: Shelf, question: str, labels: list[str]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [item.label for item in answer.items] == labels


def test_a_body_is_told_by_what_it_was_made_of(shelf: Shelf) -> None:
    said = ask(shelf, "融媒体中心当初是把哪几家捏到一起的").answer or ""
    assert [
        each for each in ("县广播电视站", "《潮汐报》编辑部", "县政府网站新闻组") if each not in said
    ] == []


def test_one_name_gives_way_to_all_that_its_sentence_counts_out(shelf: Shelf) -> None:
    answer = ask(shelf, "建党一百周年我们搞了哪些节目、微视频")
    assert [name for name in ("潮头忆", "老船长说") if name not in (answer.answer or "")] == []


@pytest.mark.parametrize(
    "question",
    [
        "三支突击队的队长都是谁",
        "客户端砍掉了哪些老功能",
        "夜读专栏请了哪几位作家",
        "渔歌节跟哪几个国家合办",
        "社区食堂有哪些菜",
        "新业务的合作公司有哪几家",
    ],
)
def test_what_no_sentence_counts_out_is_not_answered(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None


@pytest.mark.parametrize(
    ("masked", "several"),
    [
        ("□有哪几块新业务挣到了钱", Several(None)),
        ("□是由哪两家并起来的", Several(2)),
        ("编辑部拉出来的3支小队分别叫什么", Several(3)),
        ("平时主要做什么内容", Several(None)),
        ("都有谁得了奖", Several(None, persons=True)),
        ("夜读专栏请了哪几位作家", Several(None, persons=True)),
        ("□开了多少个栏目", None),
        ("□为什么停播", None),
        ("□叫什么名字", None),
        ("□是哪1年开播的", None),
        ("哪1家公司承建", None),
        ("□是什么节目", None),
        ("□是做什么的", None),
        ("旗下4份报刊分别是什么", Several(4)),
    ],
)
def test_it_is_told_whether_several_are_asked_for(masked: str, several: Several | None) -> None:
    assert asks_several(masked) == several
