"""What is told each year, with this year's figures, and what is a deed of this year."""

from __future__ import annotations

import pytest

from search.checking.routine import Routine, is_mere_output
from tests.search.checking.drafts import EARLIER, read


@pytest.mark.parametrize(
    ("deed", "routine"),
    [
        ("全年开展移动直播71场", True),
        ("《山里来信》栏目播出51期", True),
        ("全年在省级以上媒体发稿455条，已连续三年超过400条", True),
        ("新闻热线全年受理群众诉求905件，其中《断头路》一稿推动修路3公里", True),
        ("新闻热线受理群众诉求由860件增至905件", False),
        ("全年开展移动直播71场，为乡镇通讯员开设“云上课堂”，轮训186人", False),
        ("选聘年轻通讯员36名", False),
        # What was bought, renewed or made complete is this year's.
        ("新装移动直播设备64套", False),
        ("“望溪通”客户端5.0版上线，注册用户11.4万人", False),
        ("4月18日，苗语直播间启用", False),
    ],
)
def test_a_deed_that_each_year_has_is_told_from_one_of_this_year(deed: str, routine: bool) -> None:
    assert Routine(read(EARLIER)).has(deed) is routine


@pytest.mark.parametrize(
    ("deed", "mere"),
    [
        ("全年播出公益广告2.6万条次，配合创城、反诈等主题滚动刊播", True),
        ("各县区记者站全年向总台传稿1900条", True),
        ("《新风》栏目播出51期", True),
        ("公益广告创意大赛征集作品310件，择优刊播", False),
        ("为记者站增派记者12名，全年传稿1900条", False),
        ("《一船荔枝》在央视播出，引进的剪辑师独立完成全片", False),
        ("全年播出监督报道48期，对46个已曝光的问题逐一回访", False),
    ],
)
def test_what_is_only_turned_out_is_told_from_what_was_changed(deed: str, mere: bool) -> None:
    assert is_mere_output(deed) is mere
