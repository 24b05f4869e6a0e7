"""Numbers that are called, not counted: 新闻热线是多少, 投稿邮箱是什么, 广播的频率是多少."""

from __future__ import annotations

import re

from search.answers import Answer, Item
from search.questions.reading.reading import Question
from search.questions.replies import given, withheld
from search.questions.sentences.passages import all_sentences, proof_of
from search.questions.source import Source
from search.questions.wording import phrasing
from search.questions.wording.intents import Intent
from search.questions.wording.words import key, topic_words

_ASK = r"(?:电话)?(?:号码?|的?号)?(?:都|分别)?(?:是|为)?(?:多少|几号?|什么|啥)$"
_CONTACTS = (
    (
        re.compile(
            r"(?:地址|[社台]址|总部|办公地点|办公楼|办公区)(?:是|在|位于|设在)(?:哪|什么)|在(?:哪[里儿]?|什么地方)办公|^在?哪里(?:□|报社|报纸|中心|集团|台)*(?:位于)?$|^(?:□|集团|报社|社|中心|电?视?台|总台|杂志社|网站|单位|你们|我们)*(?:位于|在)(?:哪|什么地方)[里儿]?$"
            r"|地址是?(?:什么|多少)$"
        ),
        "",
        re.compile(r"位于|地处|坐落|总部(?:设|在|迁|搬)|(?:地址|办公地点)[:：为是在]|迁[至入]"),
    ),
    (
        re.compile(rf"(?:热线|电话|号码){_ASK}|打(?:哪个|什么|多少)(?:电话|热线|号码?)"),
        "热线 电话 拨打",
        re.compile(
            r"(?<![\d.])(?:0\d{2,3}[-—－ ]?)?\d{7,8}(?![\d.万亿件个人次元])|(?<!\d)(?:96|95|12|400|800)\d{3,7}(?!\d)"
        ),
    ),
    (
        re.compile(
            r"^(?:□|集团|报社|社|中心|电?视?台|总台|杂志社|网站|单位|你们|我们)*(?:归|由|受|是|属于?)(?:谁|哪1?[个家]?(?:单位|部门)?)(?:主?管|领导|主办|管理)"
            r"|(?:主管|主办|上级)(?:单位|部门|机关)(?:是)?(?:谁|哪|什么)|隶属于?(?:谁|哪|什么)"
        ),
        "",
        re.compile(r"主管|主办|隶属|归口|直属|全资|下属|机关报|所属"),
    ),
    (re.compile(rf"邮箱(?:地址)?{_ASK}"), "邮箱 邮件", re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")),
    (
        re.compile(rf"(?:网址|网站地址|域名){_ASK}"),
        "",
        re.compile(r"(?:https?://|www\.)[\w./-]+|[\w-]+\.(?:com|cn|net|org)[\w./]*"),
    ),
    (
        re.compile(rf"(?:调频|频率|兆赫|频点){_ASK}"),
        "",
        re.compile(r"(?i:fm|am|调频|中波)\s*\d{2,4}(?:\.\d)?|\d{2,4}(?:\.\d)?\s*(?:兆赫|千赫|MHz)"),
    ),
)
"""How a contact is asked for, what its sentence is called, and how it is written."""
_OF_HOUSE = re.compile(r"[地社台]址|总部|办公|哪里|什么地方|管|领导|主办|上级|隶属|位于")
_NUMBER_OF = re.compile(r"(?:的)?(?:热线)?(?:电话)?(?:号码?)?$")
_SHOWN = 3


def answer_contact(source: Source, question: Question) -> Answer | None:
    """Answer with the sentences that give the number asked for, null where no report gives one; None for any other question."""
    contact = next((row for row in _CONTACTS if row[0].search(question.masked)), None)
    if contact is None:
        return None
    _, called, written = contact
    of_house = not called and _OF_HOUSE.search(question.masked) is not None
    years = question.years.within(question.known.years)
    own = {
        *map(key, called.split()),
        "号码",
        "号",
        "新闻",
        "调频",
        "频率",
        "联系",
        "办公",
        *(("投稿",) if called.startswith("邮箱") else ()),
    }
    stems = [_NUMBER_OF.sub("", word) for word in question.words]
    words = [word for word in stems if word and word not in own and word not in topic_words().get("热线", ())]
    names = [
        name
        for mention in question.mentions
        for name in (mention.name, *(n for e in mention.candidates for n in e.names))
    ]
    found = []
    for each in all_sentences(source, question):
        text = source.report(each.report).text[each.start : each.end]
        if each.year not in years or not written.search(text):
            continue
        if called and not any(word in text for word in called.split()):
            continue
        if names and not of_house and not any(name in each.said for name in names):
            continue
        if all(word in each.said for word in words) or of_house:
            found.append(each)
    if not found and called:
        said = f"报告没有给出这个{called.split()[0]}的号码或地址"
        return withheld(source, question.asked, question.intent, said, media=question.media)
    if not found:
        return None
    latest = max(each.year for each in found)
    items = [
        Item(year=each.year, label=proof.quote, evidence=[proof])
        for each in [each for each in found if each.year == latest][:_SHOWN]
        for proof in [proof_of(source, each)]
    ]
    said = "；".join(f"{item.year}年报告写到：{phrasing.ended(item.label)}" for item in items)
    return given(question.asked, Intent.PASSAGE, f"{said}。", items=items)
