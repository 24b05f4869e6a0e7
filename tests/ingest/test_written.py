"""What was understood of a traditional text, in the author's own characters."""

from __future__ import annotations

from ingest.pipeline import understand

TEXT = """江南日報社會責任報告（2018年度）
一、前言
《江南日報》創刊於1956年。《江南日報》微信入圍全省媒體影響力百強。
廣播劇《渡口》獲省委宣傳部第十七屆精神文明建設『五個一工程』獎。
二、政治責任
堅持正確導向。
三、服務責任
服務讀者。
四、合法經營責任
守法經營。
"""


def test_names_put_together_from_several_places_keep_the_authors_characters() -> None:
    facts = understand(TEXT.encode(), "2018.txt").facts
    assert "江南日報微信" in {fact.name for fact in facts if fact.type == "platform"}
    prizes = [fact.award for fact in facts if fact.type == "award" and fact.works]
    assert prizes == ["省委宣傳部精神文明建設『五個一工程』獎"]
