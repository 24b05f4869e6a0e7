"""How a clause speaks: figures, names, dates, deeds done, things only meant."""

from __future__ import annotations

import re

NAME = re.compile(r"《([^《》\n]{1,30})》|“([^“”\n]{2,20})”|\"([^\"\n]{2,20})\"|「([^「」\n]{2,20})」")
"""What stands between marks: works, columns, platforms, campaigns."""
DATE = re.compile(r"(?:\d{1,4}|[〇零一二三四五六七八九十]{1,4})(?:年|月|日)")
FIGURE = re.compile(
    r"(?:\d[\d.,]*|[一二两三四五六七八九十百千万亿]{1,6})余?多?[万亿]?"
    r"(?:[%％]|个百分点|[余多]?(?:人|名|次|期|篇|件|条|个|场|项|家|部|集|版|元|户|份|辑|组|幅|小时|平方米|套|台|盘|卷|座|所|村|类|档|处|倍))"
)
"""A number with a unit: 430条, 三百余人次, 37%."""
DEED = re.compile(
    "成立|组建|揭牌|挂牌|启用|启动|投用|投入使用|建成|落成|竣工|完工|收官|收尾|创办|创刊|开办|开播|开设|开通|"
    "上线|推出|新增|新设|增设|增加|增至|增长到|升至|提高到|提升到|达到|扩面|扩至|更名|改版|升级|改造|引进|招录|招聘|"
    "出台|印发|制定|修订|建立|健全|完善|实行|推行|实施|接入|并网|打通|整合|关停|合并|压减|精简|降至|降到|下降|缩短|"
    "回访|销号|覆盖|设立|举办|完成|实现|首次|首个|首场|首批|签约|联合|走遍|共建"
)
"""Words by which reports tell of something begun, built or brought to an end."""
INTENT = re.compile(
    "(?:^|[，,；;])(?:下一步|今后|未来|明年|新的一年|展望)|(?:将|拟|计划|力争|争取)(?:进一步|继续|着力|重点|于|在|对|把|以|推|建|开|打)"
)
"""Words by which they tell of something meant."""
EFFORT = re.compile("坚持|始终|高度重视|牢记|作为.{0,6}(?:任务|大事|使命)|围绕|为主线|积极|努力")
"""Words by which they tell of resolve and of what is always done: 坚持把最重要的版面留给理论宣传."""
AGAIN = re.compile(
    "仍|依然|依旧|如故|还是|还[不没有停在嫌得]|尚|继续|持续|迟迟|未能|一直|再次|反复|再度|老(?:问题|毛病|大难)|起色不大|改观不大|不明显|"
    "(?:没有?|未见?|不见|看不到)(?:[得能被]到?)?(?:根本|明显|完全|实质|彻底|真正)?(?:性|上)?(?:好转|改[变观善]|缓解|扭转|逆转|减轻|遏制|起色|突破|解决|破除)"
)
"""Words by which a shortcoming owns that it was one before: 国际传播仍是空白, 流失之势没有扭转."""


def intends(text: str) -> bool:
    """Tell whether a clause only says what is meant to be done: no date and no figure of something done."""
    return INTENT.search(text) is not None and FIGURE.search(text) is None


def names(text: str) -> frozenset[str]:
    """Return what stands between marks in `text`."""
    return frozenset(next(part for part in found if part) for found in NAME.findall(text))


def concreteness(text: str) -> float:
    """Return how concrete a clause is, 0 to 1: half for a figure, half for a date or a name."""
    return (
        int(FIGURE.search(text) is not None) + int((DATE.search(text) or NAME.search(text)) is not None)
    ) / 2


def tells_again(text: str) -> bool:
    """Tell whether a shortcoming has a word by which reports own that something is lacking still."""
    return AGAIN.search(text) is not None


def tells_deed(text: str) -> bool:
    """Tell whether a clause has a word by which reports tell of something begun, built or brought to an end."""
    return DEED.search(text) is not None


def tells_effort(text: str) -> bool:
    """Tell whether a clause has a word of resolve, or of what is always done."""
    return EFFORT.search(text) is not None
