"""Figures of single years among others: what goes over several years, what is of a part, of another issue, of another line."""

from __future__ import annotations

import pytest

from ingest.pipeline import understand
from search.questions.asking import ask
from tests.search.questions.gold import Shelf
from tests.search.questions.test_ask import sound

_FIRST = """松岭日报社会责任报告（2021年度）
一、前言
中心在岗212人，其中临聘53人。报纸版面24个。采编人员中有35人驻村采访，从事采编的131人。
二、服务责任
抢救性录制山歌老艺人18位，录得曲目206首。“松岭助学”资助新生340名。评论专栏《灯下》刊出52篇。《松岭画刊》每期印数1.8万册。
“松岭热线”来电2.3万个。扶贫专线于5月开通。单条过百万播放的短视频12条，最高一条860万次。微视频《渡口的年轻人》获奖。公益广告整版96个。全年曝光问题41起。首届山歌节参赛61人。
客服投诉全年接到133起。纪录片《岭上》第一季播出，总播放310万次。
三、合法经营
收入项目	2020年（万元）	2021年（万元）
广告	410	385
活动会展	120	166
"""
_SECOND = """松岭日报社会责任报告（2022年度）
一、前言
中心在岗207人。报纸版面16个。采编人员128人。
平台	年末用户（粉丝）	比上年
抖音号	31.5万	增2.1万
二、服务责任
山歌老艺人又录11位、曲目154首，两年累计录制360首。助学行动帮扶371名新生。《灯下》刊出47篇。短视频过百万播放的有19条。公益广告整版与上年持平。
“松岭热线”来电2.6万个。全年曝光问题38起。第二届山歌节参赛83人。客服投诉降至71起。纪录片《岭上》第二季开播，总播放455万次。
"""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    media = "松岭日报"
    return Shelf(
        understand(text.encode(), "a.txt", media, year) for text, year in ((_FIRST, 2021), (_SECOND, 2022))
    )


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("两年给老艺人录的山歌加起来多少首", [206, 154]),
        ("采编人员2022年比2021年少几个", [131, 128]),
        ("2022年末在岗人数", [207]),
        ("2022年采编人员规模", [128]),
        ("过百万播放的短视频两年各有多少条", [12, 19]),
        ("灯下哪一年登得最多", [52, 47]),
        ("2021年广告收入", [3_850_000]),
        ("2021年活动会展收入", [1_660_000]),
        ("曝光问题2022年比2021年少了几件", [41, 38]),
        ("客服投诉压下去了吗，前后各多少起", [133, 71]),
        ("岭上第二季总播放比第一季高多少", [4_550_000, 3_100_000]),
        ("2022年公益广告整版有多少", [96, 96]),
        ("2022年抖音粉丝有多少", [315_000]),
        ("版面从21年到22年砍了几个", [24, 16]),
        ("山歌节首届和第二届参赛差几人", [61, 83]),
        ("2021年临聘人员占在岗人员的比例", [53, 212]),
        ("给年轻人办的松岭助学各年资助了几名新生", [340, 371]),
    ],
)
def test_each_year_has_its_own(shelf: Shelf, question: str, values: list[float]) -> None:
    answer = ask(shelf, question)
    sound(shelf, answer)
    assert [float(value.value) for value in answer.values] == values


@pytest.mark.parametrize("question", ["《松岭画刊》最后一期印了几册", "扶贫专线一年接了多少个电话"])
def test_what_is_of_another_is_not_told(shelf: Shelf, question: str) -> None:
    assert ask(shelf, question).answer is None
