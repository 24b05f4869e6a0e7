"""Closings in a house's own words: headings without numbers, questions and answers, bullets that a line parts, leads that only count."""

from __future__ import annotations

import pytest

from tests.ingest.writing import statements

CLOSINGS: list[tuple[list[str], dict[str, list[str]]]] = [
    # Headings without numbers behind numbered chapters: the first tells what closes the report, the others follow it.
    (
        ["去年欠的账还了多少", "说好的老年版没有拖到今年，4月就装进了手机；热线转办慢，现在两天一催；县里通讯员少，招来31个。", "今年又欠下什么", "夜班记者连轴转，没有补上人手。视频拍得多、留得住人的少。", "往下怎么走", "先把夜班补贴提上来，再招5名视频编辑。办一所通讯员夜校，全年开课十二讲。"],
        {"response": ["说好的老年版没有拖到今年，4月就装进了手机", "热线转办慢，现在两天一催", "县里通讯员少，招来31个"],
         "shortcoming": ["夜班记者连轴转，没有补上人手", "视频拍得多、留得住人的少"],
         "commitment": ["先把夜班补贴提上来，再招5名视频编辑", "办一所通讯员夜校，全年开课十二讲"]},
    ),
    # What readers asked, each answered in its line; what is owed; a heading that is a date of the year to come.
    (
        ["四、后记", "（一）答读者问", "问：推送是不是太密？答：每天减到五条，夜里不发。", "问：会是不是太多？答：砍掉23场，全年办会51场。", "（二）还欠着的", "坦率讲，今年还有两处做得不好。小店小摊的声音弱了下去。英文频道人手只有3人，译文质量参差。", "（三）写给2022年", "1.招聘双语编辑4名；", "2.恢复《街角生意》周更。"],
        {"response": ["问：推送是不是太密？答：每天减到五条，夜里不发", "问：会是不是太多？答：砍掉23场，全年办会51场"],
         "shortcoming": ["小店小摊的声音弱了下去", "英文频道人手只有3人，译文质量参差"],
         "commitment": ["招聘双语编辑4名", "恢复《街角生意》周更"]},
    ),
    (
        ["四、后记", "（一）读者来信选答", "网友问：头版广告能不能少一点？", "我们答：从9月起头版不登广告。", "网友问：老年版字还是小。", "我们答：字号已调大两级，能读屏。", "（二）自己挑的毛病", "1.独家新闻少，一年只有21条。", "2.客户端推送扰民，日均9条。", "（三）来年的打算", "1.推送每天不超过4条。"],
        {"response": ["从9月起头版不登广告", "字号已调大两级，能读屏"],
         "shortcoming": ["独家新闻少，一年只有21条", "客户端推送扰民，日均9条"],
         "commitment": ["推送每天不超过4条"]},
    ),
    # Bullets of which a line of its own begins the next list.
    (
        ["四、后记", "一年下来，我们对着上一年度报告逐条看：", "●记者站空转——撤了3个，合并2个；", "●广告违规——清理保健品广告41条。", "还有几件事没有做到位。", "●采编系统十年没换，经常死机；", "●通联队伍散了。", "2022年，我们打算：", "●换采编系统；", "●建一支40人的通讯员队伍。"],
        {"response": ["记者站空转——撤了3个，合并2个", "广告违规——清理保健品广告41条"],
         "shortcoming": ["采编系统十年没换，经常死机", "通联队伍散了"],
         "commitment": ["换采编系统", "建一支40人的通讯员队伍"]},
    ),
    # A lead that looks ahead by its year; a lead with a colon that sees what falls short.
    (
        ["四、后记", "1.不足", "必须清醒看到：传统广告仍在下降通道，降幅超过一成，经营基本面尚未扭转。驻县记者人手依旧紧绷。", "2.下一步", "2022年我们承诺：", "1.完成频道撤并，由7个精简到5个；", "2.开办每日手语新闻。"],
        {"shortcoming": ["传统广告仍在下降通道，降幅超过一成，经营基本面尚未扭转", "驻县记者人手依旧紧绷"],
         "commitment": ["完成频道撤并，由7个精简到5个", "开办每日手语新闻"]},
    ),
    # The bullets of Markdown; what was put off behind answers of another form.
    (
        ["四、后记", "（一）对上年短板的交代", "外宣薄弱：开通海外账号2个，27条稿件被外媒转载。日活低：改版后日活3.3万，离目标还差一截。博物馆因选址变更推迟，争取2022年底开馆。", "（二）仍有的不足", "- 广告连续三年下滑；", "- “软着陆”多，敢点名的少。"],
        {"response": ["外宣薄弱：开通海外账号2个，27条稿件被外媒转载", "日活低：改版后日活3.3万，离目标还差一截", "博物馆因选址变更推迟，争取2022年底开馆"],
         "shortcoming": ["广告连续三年下滑", "“软着陆”多，敢点名的少"]},
    ),
    # Parts without numbers below the last duty, none of them in the genre's own words.
    (
        ["去年欠下的，今年办得如何", "问：会议消息还多不多？答：头版会议消息由每期3.4条减到1.8条。", "问：订户过万了吗？答：没有，年底8700户。", "今年又欠下哪些", "图片质量上不去，外行看了像合影，总编室为此挨了批评。", "来年怎么还", "请摄影家协会来上12堂课，听课的人写一篇心得交上来。记者站按稿量发补贴。"],
        {"response": ["问：会议消息还多不多？答：头版会议消息由每期3.4条减到1.8条", "问：订户过万了吗？答：没有，年底8700户"],
         "shortcoming": ["图片质量上不去，外行看了像合影，总编室为此挨了批评"],
         "commitment": ["请摄影家协会来上12堂课，听课的人写一篇心得交上来", "记者站按稿量发补贴"]},
    ),
    (
        ["今年又欠下哪些", "一线故事少、会议消息多，读者说翻开报纸满眼都是会。青年记者五年走了12个。", "来年怎么还", "会议消息每期不超过两条，其余登在网上。办一份《青年工》周末版。"],
        {"shortcoming": ["一线故事少、会议消息多，读者说翻开报纸满眼都是会", "青年记者五年走了12个"],
         "commitment": ["会议消息每期不超过两条，其余登在网上", "办一份《青年工》周末版"]},
    ),
    # Faults that are counted and named 短处.
    (
        ["四、结束语", "今年照镜子，短处有三：一是年轻人看得少；二是乡镇新闻靠通稿；三是直播常卡顿。", "来年把直播车换成5G的，乡镇设12个联络点。"],
        {"shortcoming": ["年轻人看得少", "乡镇新闻靠通稿", "直播常卡顿"],
         "commitment": ["来年把直播车换成5G的，乡镇设12个联络点"]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("closing", "expected"), CLOSINGS)
def test_a_closing_in_plain_words_is_read(closing: list[str], expected: dict[str, list[str]]) -> None:
    found = statements(closing)
    assert {kind: [text for told, text in found if told == kind] for kind, _ in found} == expected
