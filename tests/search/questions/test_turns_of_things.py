"""What became of things over the years of one house: since when they are told, whether they are still there, who made them."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_MEDIA = "汐原日报社"
_REPORTS = {
    2020: """汐原日报社社会责任报告（2020年度）
一、前言
《汐原日报》1958年3月1日创刊，是中共汐原市委机关报。汐原网于2003年5月上线，“汐声”客户端2017年11月8日推出。年末在职员工214人。官方微博粉丝41万，微信公众号粉丝23万，今日头条号粉丝8万。
三、阵地建设责任
夜读节目《枕边书》每周播出两期，由编辑部主任程雁主持。《汐原手机报》12月31日停止发送。《晨间五分钟》每天更新。设有“汐原日报”抖音号，4月开通“汐原日报”视频号。《汐原晚报》期均发行3.2万份。
“一键报修”小程序由技术部三名年轻人用四十天写成，8月15日试运行。
四、服务责任
读者热线全年接听来电9800个，约有三成转办件迟迟等不到回复。照片《雨中的渡船》为摄影记者梁小满在汐江渡口所摄，获全省新闻摄影金奖。
报道隧道坍塌事故，本报对记者提出“三不准”：不准闯警戒线，不准追问遇难者家属，不准抢发未经核实的数字。
五、人文关怀责任
为听障人士配发的手语短讯《汐声有形》10月起每日一期。为外来务工者开办的识字夜校3月16日开课，全年上课64节。
六、文化责任
“汐江诗会”首次于4月2日举办，由市文联与本报合办。副刊《潮音》出刊51期。
十一、后记
（一）不足
一是读者热线转办件回复慢，读者意见大。
（二）改进
一是给热线装上“催办钟”，超时自动提醒。
二是开设英文频道，开讲“读报课”。
""",
    2021: """汐原日报社社会责任报告（2021年度）
一、前言
汐原日报社年末在职员工205人。“汐声”客户端注册用户52万，官方微博粉丝43万，微信公众号粉丝26万。今日头条号不再更新。《汐原日报》期均发行6.1万份。办了二十年的《汐原晚报》6月30日出版最后一期。
三、阵地建设责任
5月20日，“汐声”客户端改称“汐原云”。短视频工作室“小汐视频”4月揭牌，由85后记者罗一舟牵头，全年产出短视频310条。
《枕边书》停播，主创人员转做有声专栏《灯下》。
四、服务责任
读者热线装上“催办钟”，转办件到期前三天自动提醒承办单位，逾期的每周一在二版公示，未回复的比例降到9%。
五、人文关怀责任
识字夜校因场地到期暂停。
六、文化责任
第二届“汐江诗会”移师江心洲举行。纪录片《一江灯火》由总编辑助理宋知远执导，7月1日首播。
十一、后记
（一）不足
一是采编人员外流较多，全年走了17人。
二是英文频道未能开出。
""",
    2023: """汐原日报社社会责任报告（2023年度）
一、前言
汐原日报社年末在职员工198人。“汐原云”客户端由自有团队开发，注册用户88万，微信公众号粉丝31万。
三、阵地建设责任
英文频道6月18日上线，是全市首个外语频道。“一键报修”小程序完成改版，更名“马上修”。官方微博停止日常更新，仅发突发信息。“读报课”3月开讲。
汐原网因访问量持续下降并入“汐原云”客户端，采编队伍整体划转。
四、服务责任
识字夜校9月在新落成的工人文化宫复课。
六、文化责任
副刊《潮音》休刊。《晨间五分钟》照旧更新。采访未成年人须经监护人同意，暗访须报总编辑批准。
十一、后记
（一）回应
业务骨干外流：实行首席记者津贴制，首批聘任6名。
（二）不足
一是英文频道内容单薄。
二是成熟记者仍然外流，一年走了4人。
""",
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(understand(text.encode(), f"{year}.txt", _MEDIA, year) for year, text in _REPORTS.items())


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("微博粉丝数最后一次出现在哪年的报告", 2021),
        ("今日头条号粉丝量最后是哪年的报告还有", 2020),
        ("客户端注册用户数最早见于哪年的报告", 2021),
        ("短视频产量哪年的报告首次写到", 2021),
        ("英文频道最早在哪一年的报告里真正上线了", 2023),
        ("“读报课”最早见于哪一年度报告所述的开讲", 2023),
        ("识字夜校复课最早写在哪年的报告里", 2023),
        ("催办钟最早哪年写进报告", 2020),
        ("晚报发行量最后一次给出数字是哪年", 2020),
    ],
)
def test_the_report_at_an_end_tells_the_figure_or_the_deed(shelf: Shelf, question: str, year: int) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [each.year for each in (answer.values or answer.items)] == [year]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("官方微博现在还更新吗", "停止日常更新"),
        ("微博还有人管吗", "停止日常更新"),
        ("Is the official Weibo still being updated?", "停止日常更新"),
        ("枕边书还播不播了", "停播"),
        ("那档夜读节目还在吗", "停播"),
        ("以前每周两期的那档夜读节目去哪儿了", "《灯下》"),
        ("手机报还有没有", "停止发送"),
        ("汐原网现在还单独有吗", "并入"),
        ("What happened to 汐原网?", "并入"),
        ("识字夜校后来恢复了吗", "复课"),
        ("潮音副刊还出吗", "休刊"),
        ("汐原晚报还出吗", "最后一期"),
        ("枕边书怎么没了", "《灯下》"),
        ("一键报修现在还在吗", "马上修"),
        ("晨间五分钟还更新吗", "照旧更新"),
    ],
)
def test_what_ended_or_came_back_is_told_by_its_last_turn(shelf: Shelf, question: str, says: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert says in (answer.answer or ""), answer.answer


@pytest.mark.parametrize(
    "question", ["“读报课”去哪儿了", "梁小满后来去哪了", "每周三期的那档养生节目去哪儿了"]
)
def test_nothing_ended_that_no_report_says_so_of(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None, answer.answer


@pytest.mark.parametrize("question", ["汐原日报创刊日期", "日报是哪天创刊的"])
def test_words_of_asking_are_no_part_of_a_title(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [item.detail for item in answer.items] == ["1958-03-01"]


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("汐声客户端诞生于哪一天", "2017-11-08"),
        ("给听不见的人看的短讯几时有的", "2020-10"),
        ("一江灯火哪天开始放的", "2021-07-01"),
        ("夜校哪天复的课", "2023-09"),
        ("小汐视频几月揭的牌", "2021-04"),
        ("手机报是哪天停的", "2020-12-31"),
        ("哪天汐声改叫汐原云了", "2021-05-20"),
        ("汐声几时改叫汐原云的", "2021-05-20"),
        ("汐江诗会头一回办是几月几号", "2020-04-02"),
    ],
)
def test_a_day_is_asked_for_by_any_verb(shelf: Shelf, question: str, date: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [item.detail for item in answer.items] == [date]


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("雨中的渡船那张照片谁拍的", "梁小满"),
        ("《雨中的渡船》是谁的作品", "梁小满"),
        ("一江灯火导演是谁", "宋知远"),
        ("枕边书主持人叫什么", "程雁"),
        ("小汐视频由谁带队", "罗一舟"),
        ("小汐视频的负责人是谁", "罗一舟"),
        ("报修小程序是谁写的", "技术部"),
        ("汐原云客户端是谁开发的", "自有团队"),
    ],
)
def test_who_made_something_is_told_by_the_verb_for_it(shelf: Shelf, question: str, who: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert who in (answer.answer or ""), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "谁给一江灯火作的曲",
        "灯下是谁主持的",
        "潮音主编是谁",
        "灯下什么时候开播的",
        "抖音号哪天开通的",
        "小汐视频哪天改的名",
    ],
)
def test_another_craft_or_another_turn_tells_nothing(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None, answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "隧道塌了的时候社里给记者立了哪三条规矩",
        "隧道坍塌报道定了哪几条",
        "隧道坍塌事故采访有什么纪律",
        "采访隧道坍塌，报社划了什么红线",
    ],
)
def test_rules_are_told_by_what_is_not_allowed(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert "不准闯警戒线" in (answer.answer or ""), answer.answer


@pytest.mark.parametrize("question", ["地震报道立了哪几条规矩", "直播带货有什么规定"])
def test_rules_for_something_else_are_none(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert answer.answer is None, answer.answer


@pytest.mark.parametrize("question", ["采编人员外流，后来拿什么留人", "骨干老往外流，后来用什么办法治的"])
def test_what_was_done_goes_before_what_fell_short_again(shelf: Shelf, question: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert "首席记者津贴" in (answer.answer or ""), answer.answer


@pytest.mark.parametrize(
    ("question", "who"), [("采访未成年人要谁同意", "监护人"), ("暗访得谁批准", "总编辑")]
)
def test_who_has_to_agree_is_told_by_what_they_are(shelf: Shelf, question: str, who: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert who in (answer.answer or ""), answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("《枕边书》停播后由哪个节目顶上的", "《灯下》"),
        ("《枕边书》后来变成什么了", "《灯下》"),
        ("汐原网最后并到哪个平台里了", "“汐原云”"),
        ("接替《枕边书》的是哪档节目", "《灯下》"),
    ],
)
def test_what_took_the_place_of_something_is_told(shelf: Shelf, question: str, told: str) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert told in (answer.answer or "")


@pytest.mark.parametrize("question", ["《潮音》休刊后由哪个副刊接替", "《晨间五分钟》后来并成了哪个节目"])
def test_what_nothing_took_the_place_of_has_no_successor(shelf: Shelf, question: str) -> None:
    assert "接替" not in (ask(shelf, question).answer or "")
    assert ask(shelf, question).answer is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("后来停了哪几份报纸", {"汐原晚报"}),
        ("2021年报纸停了几种", {"汐原晚报"}),
        ("先后停了哪些副刊", {"潮音"}),
        ("哪些节目停播了", {"枕边书"}),
    ],
)
def test_what_ended_is_listed(shelf: Shelf, question: str, told: set[str]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert told <= {item.label for item in answer.items}


def test_what_stopped_is_known_by_any_of_its_words_and_a_pause_is_no_end() -> None:
    told = {
        2021: "《晨报》停止单独出版。《夜话》停播一个月，设备检修后恢复。《旧书摊》停止更新。",
        2022: "《夜话》播出48期。",
    }
    shelf = Shelf(
        understand(
            f"汊湾日报社社会责任报告（{year}年度）\n一、前言\n{text}\n".encode(), "a.txt", "汊湾日报社", year
        )
        for year, text in told.items()
    )
    assert [item.label for item in ask(shelf, "停了哪几份报纸").items] == ["晨报"]
    assert [item.label for item in ask(shelf, "停了哪些栏目").items] == ["旧书摊"]


def test_of_another_year_nothing_ended(shelf: Shelf) -> None:
    answer = ask(shelf, "2023年停了哪几份报纸")
    assert answer.answer is None
    assert "2021年" in (answer.reason or "")
