"""What kind of thing a question asks for, and whether a text tells one of that kind: a country to 去了哪些国家, a person to 请了哪些诗人."""

from __future__ import annotations

import re
from itertools import takewhile

from search.checking.persons import COMPOUND, SURNAME
from search.tokens import in_dictionary, tagged

_KIND_ASKED = re.compile(
    r"(?:(?<!为)什么(?!时[候间刻])|啥|怎样的|哪些|哪[1两几]?[件篇部个条位项家种类样份档支场本所座处间款])(?:新|好|大(?![学赛厦楼会师院剧片桥型]))?([\u4e00-\u9fff]+)"
)
_WITH = re.compile(r"[跟和与同在到去给为][^哪]{0,4}哪")
"""和哪几家报纸合作, 在哪所大学进修: what was done stands last."""
_DONE = ([("的", "uj")], [("过", "ug")], [("了", "ul")])
_CALLED = re.compile(r"([\u4e00-\u9fff]{2,})(?:名?叫|叫做|名字是?|名称是?)(?:个)?(?:什么|啥)")


def kind_asked(masked: str) -> str:
    """Return what kind of thing the answer is, which its sentence need not say: 节目 of 是什么节目, 行业 of 走访了哪些行业; "" for none."""
    if (called := _CALLED.search(masked)) and not called[1].endswith(("姓", "名")):
        return tagged(called[1])[-1][0]  # 科普活动叫什么
    if (asked := _KIND_ASKED.search(masked)) is None:
        return ""
    parts = tagged(asked[1])
    if body := _BODY_NAMED.fullmatch(asked[1]):
        return body[0]  # 哪家律所: what no dictionary has is a kind for all that.
    kinds = [*takewhile(lambda part: part[1].startswith(("n", "vn", "s")) and not _is_name(*part), parts)]
    if len(kinds) > 1 and _BODY.fullmatch(kinds[0][0]) and not _PERSON.fullmatch(kinds[-1][0]):
        return kinds[0][0]  # 替哪些单位代管账号
    ends = parts[len(kinds) :][:1] in _DONE or (len(kinds) == len(parts) and _WITH.search(masked))
    if len(kinds) > 1 and kinds[-1][1] == "vn" and ends:
        kinds = kinds[:-1]  # 跟哪所学校合作的
    return kinds[-1][0] if kinds else ""


def _is_name(word: str, tag: str) -> bool:
    """Tell whether a word names a person or a place: 日本 of 哪个日本电视台 is no kind of thing."""
    return tag == "nr" or (tag == "ns" and word not in _KINDS_OF_PLACE)


_KINDS_OF_PLACE = frozenset("城市 乡村 乡镇 县城 县区 地区 省份 省市 市县 村镇 村庄".split())
_BODY_NAMED = re.compile(r"律所|事务所|律师事务所|高校|台|卫视")
_BODY = re.compile(r"单位|部门|公司|企业|学校|医院|机构|村[子庄]?|乡镇|国家|城市")
_COUNTRY = re.compile(r"国家|国")
_COUNTRIES = re.compile(
    r"(?<![中全我祖外各爱出建])国(?!家|内|际|有|外|民|庆|务|防|情|企|资|标|学|产|旗|歌|家|土|网|道|门|优|新|潮|风|粹|货|宝)|日本|俄罗斯|新加坡|马来西亚|印尼|印度|菲律宾|越南|老挝|柬埔寨|缅甸|巴基斯坦|尼泊尔|蒙古国|斯坦"
    r"|澳大利亚|新西兰|加拿大|意大利|西班牙|葡萄牙|希腊|埃及|南非|肯尼亚|巴西|阿根廷|墨西哥|古巴|沙特|阿联酋|以色列|伊朗|土耳其|荷兰|比利时|瑞士|瑞典|挪威|芬兰|丹麦"
    r"|波兰|匈牙利|捷克|乌克兰|斯里兰卡|孟加拉|文莱|朝鲜|欧洲|非洲|东南亚|中亚|南美|拉美|北美|大洋洲"
)
_LANGUAGE = re.compile(r"语言|语种|外语|文字|方言")
_LANGUAGES = re.compile(
    r"(?:[汉英法俄德日韩泰缅藏蒙维彝壮哈朝老粤客]|越南|老挝|缅甸|柬埔寨|马来|印尼|印地|阿拉伯|西班牙|葡萄牙|意大利|土耳其|波斯|斯瓦希里|闽南|客家|哈萨克|蒙古|维吾尔)(?:语(?!言|音|文)|文(?!化|明|艺|学|旅|物|字|件|章)|话(?!题|剧|筒))"
)
_TONGUES = re.compile(r"[英法俄德日韩西阿葡泰缅越]{2,}[\u4e00-\u9fff\d]{0,2}语")
"""英、俄、日、韩四语账号: several at once, each by one character."""
_PERSON = re.compile(
    r"[\u4e00-\u9fff]*(?:人|诗人|作家|专家|学者|教授|明星|嘉宾|老师|院士|记者|编辑|主播|主持人|演员|歌手|画家|导演|律师|医生|同志|同事|领导)"
)
_BODIES = {
    "医院": "医院|卫生院|卫健|中医院",
    "学校": "大学|中学|小学|学院|学校|幼儿园|中专|高校|师范|[一二三四五六七八九\\d]中|技校",
    "大学": "大学|学院|高校",
    "高校": "大学|学院|高校",
    "学院": "大学|学院",
    "银行": "银行|农商行|信用社|[建工农]行",
    "公司": "公司|集团|企业|厂",
    "企业": "公司|集团|企业|厂",
    "事务所": "事务所|律所",
    "律所": "事务所|律所",
    "协会": "协会|学会|联合会|文联|作协|记协",
    "电视台": "台|卫视|央视|广电|电视|频道",
    "卫视": "卫视|频道",
    "频道": "频道|卫视|央视|\\d套",
    "台": "台|卫视|央视|频道|频率|广播",
}
_NO_STATIONS = ("平台", "舞台", "后台", "展台", "站台")
_FOREIGN = re.compile(r"哪[1两几些]?[个家]?(?:外国|国外|境外|海外)")
# 跟哪家旅行社合作: 与旅行社合作 names none.
_NAMED_BODY = re.compile(
    r"(?:旅行|出版|合作|旅|书|商)社|书店|酒店|饭店|剧院|影院|博物馆|图书馆|美术馆|文化馆|剧团|乐团|基金会|商会|研究院|研究所|印刷厂|保险公司|物业公司"
)
_BY_NAME = frozenset({"台", "学校", "高校"})
"""By what a text tells bodies of a kind; a kind that stands here for itself is no more than its word."""


def shown_by_names(kind: str) -> bool:
    """Tell whether things of a kind are shown by their names, so that a text need not say what they are."""
    return any(form.fullmatch(kind) for form in (_COUNTRY, _LANGUAGE, _PERSON)) or kind in _BY_NAME


def called(masked: str) -> bool:
    """Tell whether a question asks what something is called."""
    return _CALLED.search(masked) is not None


def foreign_asked(masked: str) -> bool:
    """Tell whether a question asks for something of abroad: 哪家外国媒体, which a country's name shows."""
    return _FOREIGN.search(masked) is not None


def tells_kind(masked: str, said: str, asked: str) -> bool:
    """Tell whether a text tells what kind of thing `masked` asks for, where it is one that a text shows by its names.

    All in one spelling; `asked` is the whole question, whose own words tell nothing. True for any other kind.
    """
    kind = kind_asked(masked)
    if not kind:
        return True
    if _COUNTRY.fullmatch(kind):
        return any(found[0] not in asked for found in _COUNTRIES.finditer(said))
    if _LANGUAGE.fullmatch(kind):
        return bool(_TONGUES.search(said)) or any(
            found[0] not in asked for found in _LANGUAGES.finditer(said)
        )
    if _PERSON.fullmatch(kind):
        return kind in said or tells_person(said, asked)
    if foreign_asked(masked):
        return any(found[0] not in asked for found in _COUNTRIES.finditer(said))
    if _NAMED_BODY.fullmatch(kind):
        named = re.compile(
            rf"[\u4e00-\u9fff](?<![与和跟同及在由被向为给到、家个所名的])[\u4e00-\u9fff](?<![与和跟同及在由被向为给到、家个所名的]){kind}"
        )
        return named.search(said) is not None
    body = next((pattern for end, pattern in _BODIES.items() if kind.endswith(end)), None)
    if body is None or kind.endswith(_NO_STATIONS):
        return True
    # 白桦林频道在哪家频道播: the word may be part of what is named.
    part_of_name = asked.count(kind) > masked.count(kind)
    return re.search(body, said.replace(kind, "", 1) if part_of_name else said) is not None


def tells_place(said: str, asked: str) -> bool:
    """Tell whether a text names a place that the question does not: 下江乡, 山区."""
    return any(tag == "ns" and word not in asked for word, tag in tagged(said))


def tells_person(said: str, asked: str) -> bool:
    """Tell whether a text names a person that the question does not."""
    named = [match[1] or match[2] for match in _TITLED.finditer(said)]
    named = [name for name in named if _SURNAMED.match(name) and not in_dictionary(name)]
    named += [word for word, tag in tagged(said) if tag.startswith("nr")]
    return any(name not in asked for name in named)


def holds_post(said: str, post: str) -> bool:
    """Tell whether a text names who holds a post, right behind it: 副主任三人 names none."""
    return (
        re.search(
            rf"{post}(?:兼[\u4e00-\u9fff]{{2,4}}|由|为|是)*(?:{COMPOUND}|[{SURNAME}])[\u4e00-\u9fff]", said
        )
        is not None
    )


_SURNAMED = re.compile(rf"{COMPOUND}|[{SURNAME}]")
# 办公室副主任谢广陵, 贺长松任队长: names that no dictionary knows.
_TITLED = re.compile(
    r"(?:主任|[值班机播审校驾救乘教学演职队炊]员|工程师|摄像|摄影师|技师|站长|记者|编辑|队长|书记|主席|主持人|播音员|主播|导演|教师|教授|老师|医生|院长|台长|社长|总编|主编|部长|经理|作者为|作者是)([\u4e00-\u9fff]{2,3})(?=[任担带为获率和等作采写拍执撰的在被主先说连用赶救坚深两从到把向冒手独及迅立当亲曾已跑冲]|$)"
    r"|([\u4e00-\u9fff]{2,3})(?:任|担任)[\u4e00-\u9fff]{0,6}(?:队长|书记|主任|导演|主编|主席|团长|组长|总编)"
)
