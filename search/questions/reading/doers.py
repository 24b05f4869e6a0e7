"""People told by what they do, in the words in which reports count them: who takes a paper, has an app, has left, was made what."""

from __future__ import annotations

import re

_DOERS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        # 当上首席记者，一个月能多拿多少: who has become it, is it
        (
            r"(?:[当评升聘][上了为成]|成[了为])(?P<post>[\u4e00-\u9fff]{0,4}(?:记者|编辑|主持人?|首席|职称|副高|正高|工匠))(?:的人|以?后|之后)?[，,]?(?=[^，。]*(?:多少|几))",
            r"\g<post>",
        ),
        # 台里养着多少人
        (
            r"(?:[台社]里|报社|中心|集团|单位|咱们?)?养(?:着|了|活)*(?P<many>(?:多少|几)(?:个|号)?人)(?=[，,。？?]|$)",
            r"有\g<many>",
        ),
        # 帮打工的讨回来多少血汗钱
        (r"打工的(?:人|们)?(?!地方|城市)", "农民工"),
        # 装客户端的人有多少
        (
            r"(?:装|下载|安装)(?:上|了|过|着)*(?P<app>[\u4e00-\u9fff“”]{0,8}(?:客户端|app))的(?:人|用户|手机)(?=[^，,]{0,24}(?:多少|几))",
            r"\g<app>下载量",
        ),
        # 报社走掉的人各有几个, 走了的记者有多少
        (
            r"(?:走掉|走了|走|离开|跑掉|辞掉|辞职)(?:了)?的(?P<who>人|记者|员工|职工|编辑|年轻人)(?=[^，,]{0,24}(?:多少|几))",
            r"离职\g<who>",
        ),
        # 这份报还有多少人订
        (r"(?<=[这那][份张家])报(?![纸刊道告社业名])", "报纸"),
        # 晚报还有多少人订, 现在有多少人买这份报纸: of a paper, those who take it are its circulation
        (
            r"(?P<paper>报纸?|报刊|杂志|周刊|刊物|月刊)(?P<rest>[^，。多几]{0,6})(?:多少|几)个?人(?:在)?(?:掏钱|花钱)?[买订](?:阅|着|了)*(?=[，。？?]|$)",
            r"\g<paper>\g<rest>订报多少",
        ),
        (
            r"(?:多少|几)个?人(?:在)?(?:掏钱|花钱)?[买订](?:阅|着|了)*(?:[这那]?(?:1|一)?[份张本家])?(?P<paper>[\u4e00-\u9fff]{0,4}(?:报纸?|报刊|杂志|周刊|月刊))(?=[，。？?]|$)",
            r"\g<paper>订报多少",
        ),
        # 有多少人自己掏腰包订报, 自己掏钱订报的有多少人
        (
            r"(?:多少|几)个?人(?:是)?(?:自己|自个儿|个人)(?:掏钱|花钱|出钱|掏腰包)订(?:阅)?(?:报纸?|报刊|的)*",
            "自费订户有多少",
        ),
        (r"(?:自己|自个儿|个人)(?:掏钱|花钱|出钱|掏腰包)订(?:阅)?(?:报纸?|报刊|的)*", "自费订户"),
    )
)
"""What people are said to do, and what they are counted as; an example over each."""


def counted_people(asked: str) -> str:
    """Return a question with those who do something under the name by which they are counted: 装客户端的人有多少 as 客户端下载量有多少."""
    for said, put in _DOERS:
        asked = said.sub(put, asked)
    return asked
