"""What there is in all beside its parts and its table, names of houses, and what looks like a contradiction and is none."""

from __future__ import annotations

import pytest

from search.answers import FindingKind
from tests.search.checking.drafts import PLACE, changed, checked, left_alone, loud, only, told_apart

_INCOME = "收入项目\t2023年（万元）\n广告\t320\n活动\t280\n其他\t91.5\n合计\t{}\n全年无欠薪"
_SORTS = "稿件类别\t篇数\n消息\t212\n通讯\t110\n评论\t80\n总计\t{}\n以上为全年数"


@pytest.mark.parametrize(
    ("kind", "wrong", "right", "past"),
    [
        ("number-conflict", _INCOME.format("619.5"), _INCOME.format("691.5"), ()),
        ("number-conflict", _SORTS.format("412"), _SORTS.format("402"), ()),
        ("number-conflict", "编研中心建起乡村村史馆，合计46个。年底，49个乡村村史馆的馆长来座谈", "编研中心建起乡村村史馆，合计46个。其中12个乡村村史馆对外开放", ()),
        ("number-conflict", "建成“红领巾广播站”，共计32个，辅导员培训两期。35个红领巾广播站全部接入平台", "建成“红领巾广播站”，共计32个，辅导员培训两期。明年将有35个红领巾广播站接入平台", ()),
        ("number-conflict", "全体104名在册职工参加了体检", "全体91名在册职工参加了体检", ()),
        ("unsupported-claim", "《夜读》年内刊发64篇，为创办以来最多", "《夜读》年内刊发76篇，为创办以来最多", ("《夜读》到年底刊发72篇",)),
        ("unsupported-claim", "《夜读》恢复每周两篇的节奏，刊发64篇，为创办以来最多", "《夜读》恢复每周两篇的节奏，刊发76篇，为创办以来最多", ("《夜读》刊发72篇",)),
        ("name-variant", "望溪乡土文化研究院全年开讲20次", "望溪乡土文化研究会全年开讲20次", ("“望溪乡土文化研究会”开讲18次",)),
        ("name-variant", "青禾影像工作站拍摄短片20部", "青禾影像工作站由青禾影像工作室更名而来，拍摄短片20部", ("“青禾影像工作室”拍摄短片18部",)),
        ("number-conflict", "“望溪报”抖音号2019年6月开通", "“望溪报”视频号2019年6月开通", ("“望溪报”抖音号2021年6月开通",)),
        ("number-conflict", "动画片《小渔童》第二季首播", "动画片《小渔童》第三季获省优秀少儿作品奖", ("动画片《小渔童》第三季首播",)),
        # 两百多 is anything below three hundred.
        ("number-conflict", "“溪连线”来电1116个，比上年少了两百多个", "“溪连线”来电1216个，比上年少了两百多个", ("“溪连线”接听来电1490个",)),
        ("unsupported-claim", "首次举办少儿剪纸大赛", "首次发布《县域剪纸指数》", ("举办少儿剪纸大赛2场",)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_what_is_right_is_not(
    kind: FindingKind, wrong: str, right: str, past: tuple[str, ...]
) -> None:
    told_apart(kind, wrong, right, past)


@pytest.mark.parametrize(
    ("draft", "past"),
    [
        # Other things of one name, or another step of one.
        ("“望溪报”抖音号2021年6月开通，发布短视频210条", "《望溪报》1957年创刊，每周三期"),
        ("纪录片《纸船》第一季3月在望溪电视台首播", "纪录片《纸船》第一季完成拍摄"),
        ("全年自查差错74处；大模型质检系统识别差错900处", "全年自查差错80处"),
        ("机构改革分流采编人员52名，全部转到新媒体岗位", "8名采编人员取得中级职称"),
        ("《术语手册》新收农技、医疗、金融等方面的词条300条", "《术语手册》词条增至2800条"),
        ("《村晚来了》四季合计展播节目320个", "《村晚来了》展播节目88个"),
        # Changes that the text itself explains.
        ("截至年底，仍有17个村收不到调频广播", "尚有88个村收不到调频广播"),
        ("义诊恢复下乡，全年服务1900人次，为历年之最", "义诊受疫情影响只办了2场，服务320人次"),
        ("《田间课堂》曝光案例31起，较上年添了5起", "《田间课堂》曝光案例26起"),
        ("《夜读》刊发稿件64篇，比去年砍掉8篇", "《夜读》刊发稿件72篇"),
        # Words that are both right, firsts of something else.
        ("10月起试行稿件双签制度，差错明显减少", "7月起施行稿件双签制度，差错明显减少"),
        ("展馆全年接待1.2万人次，首次突破一万", "展馆全年接待9千人次，首次跌破一万"),
        ("广播剧全年制作1040分钟，首次跨过千分钟", "广播剧全年制作960分钟"),
        ("手语新闻比口播版早了一分钟，这是手语新闻第一次走在前头", "手语新闻播出210条，口播新闻播出3100条"),
        ("实验室首次发布《县域传播力指数》，覆盖乡镇18个", "融媒实验室6月更名为“县情实验室”，人员增至9名"),
        ("《山河》获第三十三届中国新闻奖一等奖，时隔十二年再次问鼎该奖一等奖", "《水乡》获第三十二届中国新闻奖三等奖"),
        # What is no sum, and more that only applied.
        ("新媒体部现有记者26人。县情研究室有研究员9人，另有特约专家4人", ""),
        ("全县建起乡村农家书屋，合计46个。今年有61个乡村农家书屋申报材料交到中心", ""),
        ("部门\t人数\n采编\t60\n其中女性\t30\n后勤\t31\n合计\t91\n以上为年末数", ""),
        ("项目\t件数\t占比\n消息\t12\t40%\n通讯\t10\t33%\n评论\t8\t27%\n合计\t30\t100%\n以上为全年数", ""),
    ],
)  # fmt: skip
def test_what_only_looks_wrong_is_left_alone(draft: str, past: str) -> None:
    left_alone(draft, past)


_ANSWER = "填补少数民族语言节目的空白。"


@pytest.mark.parametrize(
    ("chapter", "wrong", "right"),
    [
        ("全年招聘双语编辑4名", "新招双语编辑6名，苗语稿件有人把关", "新招双语编辑4名，苗语稿件有人把关"),
        ("公开招聘视频剪辑师5名", "引进视频剪辑师7名，剪片更快", "培训视频剪辑师17名，剪片更快"),
    ],
)
def test_an_answer_tells_of_those_hired_as_the_chapter_does(chapter: str, wrong: str, right: str) -> None:
    place = (PLACE, f"{PLACE}。{chapter}")
    assert only(checked(changed(place, (_ANSWER, f"{_ANSWER}{wrong}。"))), "number-conflict")
    assert not loud(checked(changed(place, (_ANSWER, f"{_ANSWER}{right}。"))))
