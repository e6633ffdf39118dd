/** HTML as it lies on the clipboard, cut to what tells: copied from Word for Windows (Microsoft 365) and Google Docs. */

export const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'>
<!--StartFragment-->
<h1><span lang=EN-GB>What the papers say<o:p></o:p></span></h1>
<p class=MsoNormal><span style='font-size:11.0pt;font-family:"Calibri",sans-serif;mso-fareast-language:EN-US'>The dam <b style='mso-bidi-font-weight:normal'>held</b> until <i>ten</i>, <a href="https://inquiry.example/report"><span style='color:#0563C1'>the report</span></a> says.<o:p></o:p></span></p>
<p class=MsoNormal><span><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>First point<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span></span><![endif]>Under it<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>Second point<o:p></o:p></p>
<p class=MsoNormal style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>One<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0><tr><td width=100 style='border:solid windowtext 1.0pt'><p class=MsoNormal>Year<o:p></o:p></p></td><td><p class=MsoNormal>Cost<o:p></o:p></p></td></tr></table>
<!--EndFragment-->
</body></html>`

export const FROM_GOOGLE_DOCS = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-5f0c1a7e-7fff-1d2b"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial;font-weight:400;white-space:pre-wrap;">The night</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">It was </span><span style="font-size:11pt;font-weight:700;white-space:pre-wrap;">dark</span><span style="font-weight:400;font-style:italic;"> and wet</span><span style="font-weight:400;">. See </span><a href="https://maps.example/x" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">the map</span></a><span>.</span></p><br /><ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>A lamp</span></p></li><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>A rope</span></p></li></ul></b><br class="Apple-interchange-newline">`

/** What a page that means harm could put there. */
export const HOSTILE = `<p onclick="alert(1)">Words<script>alert(2)</script><a href="javascript:alert(3)">a link</a><img src=x onerror="alert(4)"><iframe src="https://evil.example"></iframe></p>`
