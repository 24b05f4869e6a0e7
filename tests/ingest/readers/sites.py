"""One article as the pages of four kinds of sites show it, among all that such sites put around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

Site = Callable[[str, Sequence[str], str], bytes]
"""Title, lines of the article, markup of the pager → the page."""


def portal(title: str, lines: Sequence[str], pager: str = "") -> bytes:
    """A news portal of today: nested divisions, classes that name their parts."""
    body = "".join(f"<p>　　{escape(line)}</p>\n" for line in lines)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_兰陵网</title></head><body>
<div class="header"><a href="/">首页</a><a href="/p">时政</a><a>财经</a><a>图片</a><a>视频</a></div>
<div class="main"><div class="crumb">您的位置：<a href="/">首页</a> &gt; <a href="/zr">社会责任报告</a> &gt; 正文</div>
<div class="head"><div class="info">2032 05/31 10:22:33 来源：<span>兰陵网</span></div><h1><span>{title}</span></h1></div>
<div class="info2">字体：<a>小</a> <a>中</a> <a>大</a> 分享到：<a>微信</a><a>微博</a></div>
<div id="detail"><span>{body}</span><div class="page">{pager}</div>
<div class="editor"><a>【纠错】</a> 【责任编辑:李明】</div><div>阅读下一篇：<a href="b.htm">召开三级干部会</a></div></div>
<div class="xgxw"><h3>相关新闻</h3><ul><li><a>举行开工仪式，推动发展</a></li><li><a>走访慰问，送去温暖</a></li></ul></div></div>
<div class="foot"><p>Copyright © 2000 - 2032 LANLING All Rights Reserved. 制作单位：兰陵网 版权所有</p>
<p>备案号：某ICP备05000001号 互联网新闻信息服务许可证 33120170001</p></div></body></html>""".encode()


def tables(title: str, lines: Sequence[str], pager: str = "") -> bytes:
    """A site of the 2010s: laid out in tables without classes, paragraphs parted by <br>, in GB 2312."""
    body = "<br>\n<br>\n　　".join(map(escape, lines))
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{title}--地方--兰陵网</title></head><body>
<table width=980><tr><td><a href=/>首页</a>|<a>党政</a>|<a>要闻</a>|<a>时政</a>|<a>理论</a></td></tr></table>
<table width=980 align=center><tr><td>兰陵网&gt;&gt;地方&gt;&gt;社会责任</td></tr><tr><td align=center><h1>{title}</h1></td></tr>
<tr><td>2032年05月31日08:10&nbsp;&nbsp;&nbsp;来源：<a>兰陵网-地方频道</a> <a>手机看新闻</a></td></tr>
<tr><td>打印 网摘 纠错 商城 分享 推荐 <a>微博</a> 字号 <a>大</a><a>小</a></td></tr>
<tr><td id="p_content">　　{body}</td></tr><tr><td align=center>{pager}</td></tr><tr><td align=right>(责编：王芳、李刚)</td></tr>
<tr><td>相关专题<br><a>· 媒体社会责任报告</a></td></tr>
<tr><td><b>相关新闻</b><ul><li><a>某地媒体发布社会责任报告</a><li><a>某省媒体晒年度责任清单</a></ul></td></tr></table>
<table><tr><td>兰 陵 网 概 况 | 招 聘 英 才 | 广 告 服 务 | 版 权 声 明<br>兰 陵 网 版 权 所 有 ，未 经 书 面 授 权 禁 止 使 用<br>
Copyright &copy; 1997-2032. all rights reserved</td></tr></table></body></html>""".encode("gb18030")


def account(title: str, lines: Sequence[str], pager: str = "") -> bytes:
    """A saved WeChat article: sections in sections, text that a script unveils, headings in bold."""
    body = "".join(
        f"<section><section><p><span>{escape(line)}</span></p></section></section>"
        if "。" in line
        else f"<section><strong><span>{escape(line)}</span></strong></section>"
        for line in lines
    )
    return f"""<!DOCTYPE html><html><head><meta charset=utf-8><meta property="og:title" content="{title}"><title></title></head><body>
<div id="js_article"><div id="img-content"><h1 id="activity-name">{title}</h1><div id="meta_content"><span>小兰</span>
<a id="js_name">兰陵发布</a><em>2032-05-31 18:00</em><em>发表于<span>东岭</span></em></div>
<div id="js_content" style="visibility: hidden; opacity: 0;"><section><p>点击上方蓝字关注我们</p></section>{body}
<section><p>来源丨兰陵日报社</p><p>编辑丨小李  审核丨老王</p><p>—END—</p></section></div>{pager}
<div><a>阅读原文</a><span>阅读 1203</span><span>赞 12</span></div></div>
<div><p>微信扫一扫，关注该公众号</p><p>继续滑动看下一个</p></div></div><div>预览时标签不可点</div>
<div>：，，，，，，，，，，，，。 视频 小程序 赞，轻点两下取消赞 在看，轻点两下取消在看</div></body></html>""".encode()


def semantic(title: str, lines: Sequence[str], pager: str = "") -> bytes:
    """A site in HTML5: header, nav, main, article, aside; comments and a notice below the text."""
    body = "".join(f"<div>{escape(line)}</div>" for line in lines)
    return f"""<!doctype html><html lang=zh><head><meta charset=utf-8><title>{title}-兰陵网</title></head><body><header><nav><ul>
<li><a>要闻</a></li><li><a>政务</a></li><li><a>视听</a></li></ul></nav></header><main><article><div><h1>{title}</h1>
<div><span>兰陵云</span><span>2032-05-31 09:00</span><span>阅读量 3.2万</span></div></div><div>{body}</div>{pager}
<div>声明：本网凡注明“来源：兰陵网”的作品，版权均属兰陵网，未经授权不得转载。</div><div>标签：<a>社会责任</a><a>融媒体</a></div></article>
<aside><h4>热门推荐</h4><ol><li><a>一季度经济运行情况发布</a><li><a>春耕一线见闻</a></ol></aside>
<div><h4>网友评论</h4><p>登录后发表评论</p><div>张三：写得好，支持！</div><div>李四：点赞。</div></div></main>
<footer><div>主办单位：兰陵日报社</div><div>违法和不良信息举报电话：000-12345678</div></footer></body></html>""".encode()


SITES: tuple[Site, ...] = (portal, tables, account, semantic)
