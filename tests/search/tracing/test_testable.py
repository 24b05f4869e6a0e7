"""Which commitments can be told fulfilled."""

from __future__ import annotations

import pytest

from search.tracing.testable import vagueness


@pytest.mark.parametrize(
    "commitment",
    [
        "开办少儿广播节目",
        "进一步办好《海上气象》",
        "力争办结率达到95%",
        "建立监督报道台账，做到件件有着落、事事有回音",
        "持续推进机房改造",
        "每季度召开一次读者座谈会",
        "牢记使命，加强和改进舆论监督",
        "以党建为引领，增强外宣能力",
        "转变作风，多到基层采写鲜活报道",
    ],
)
def test_what_names_a_thing_to_be_done_can_be_told(commitment: str) -> None:
    assert vagueness(commitment) is None


@pytest.mark.parametrize(
    "commitment",
    ["进一步加强队伍建设，不断提高综合素质", "坚持正确导向，牢固树立责任意识", "对存在的问题认真加以改进"],
)
def test_mere_effort_can_not(commitment: str) -> None:
    reason = vagueness(commitment)
    assert reason is not None
    assert "没有可以核对" in reason


@pytest.mark.parametrize(
    "commitment",
    [
        "抓好党的建设，为高质量发展提供坚强保证",
        "不负初心使命，书写广电工作新篇章",
        "加强干部队伍思想教育，激发内生动力",
        "提升主流媒体的传播力、引导力、公信力",
        "以更高站位贯彻上级决策部署",
    ],
)
def test_vows_of_spirit_can_not(commitment: str) -> None:
    assert vagueness(commitment) is not None
