"""What becomes of things, in classes: that they begin, end, change, or are held on a day."""

from __future__ import annotations

import re

_TURNS = {
    "begin": r"开[办播通设业馆张学园号始启放幕机刊门课讲营班]|接通|报到|到岗|上岗|上班|执照|配齐|补齐|启[用动幕]|首[播发次期条届刊映]|第1[次条期届]|创[办刊立建]|成立|组建|挂牌|揭牌|上[线市架]|推出|面世|亮相|登[陆场]|问世|"
    r"[入进]驻|发布|投[用入运产]|[建落]成|竣工|见面|诞生|起[步播用]|运[行转营]|[试实施推]行|设立|新[开增设]|恢复|复[刊播办课]|重[启开办]|出[版刊街]|迎来|增[设开加]|添|多了|孵|衍生|开通|建[起好立]|办起|换装|搬|[引]进|接入|接棒|接替|接档|[开办设建启]的?$",
    "ground": r"动[工土]|开工|奠基|破土",
    "end": r"停(?![车水电气暖泊放顿留战])|休刊|终[刊止]|关[停闭掉]|撤[销并]|注销|下线|闭[幕馆]|收官|结束|取消|最后1[期天次集]|告别|退出|砍|解散|裁|拆|摘牌|散伙|消失|没了$|谢幕|道别|作别|[最末]后?1班|末期|出[完到]第?\d",
    "change": r"改|更[名换新]|换|升级|合并|并[入进到成]|变|调整|减|增至|扩|迁|搬|由|转[为成]|合到|合组|整合|全[部面]实现",
    "held": r"举[办行]|开幕|启幕|召开|开展|开赛|鸣枪|发车|启程|出发|办的?$|开的?$",
}
_PATTERNS = {turn: re.compile(pattern) for turn, pattern in _TURNS.items()}


def turns(said: str) -> frozenset[str]:
    """Return the classes of what a text in one spelling says to happen; none where it has no word of any."""
    return frozenset(turn for turn, pattern in _PATTERNS.items() if pattern.search(said))
