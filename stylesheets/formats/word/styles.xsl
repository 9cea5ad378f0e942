<?xml version="1.0" encoding="UTF-8"?>
<!--
  Roles of typography.xml as paragraph styles, the faces as fonts with their
  stand-ins, and the document's settings.

  Style ids: Heading1..4 for headings, so that the navigation pane shows the
  outline; Normal for the paragraph, which the others are based on; otherwise
  the role with a capital letter.

  Reads:  common/typography.xml.
  Needs:  units.xsl (lengths).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">

<xsl:template name="styles">
  <xsl:variable name="paragraph" select="$roles[@name = 'paragraph']"/>
  <w:styles>
    <w:docDefaults>
      <w:rPrDefault>
        <w:rPr>
          <xsl:apply-templates select="$paragraph" mode="type"/>
          <w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
        </w:rPr>
      </w:rPrDefault>
      <w:pPrDefault/>
    </w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal">
      <w:name w:val="Normal"/>
      <w:qFormat/>
      <w:pPr>
        <!-- Every page is filled: a paragraph may leave one line behind. -->
        <w:widowControl w:val="0"/>
        <!-- No line begins with a closing mark or ends with an opening one;
             one may hang.  Figures stand at the text without a gap. -->
        <w:kinsoku/>
        <w:overflowPunct/>
        <w:autoSpaceDE w:val="0"/>
        <w:autoSpaceDN w:val="0"/>
        <w:adjustRightInd w:val="0"/>
        <xsl:apply-templates select="$paragraph" mode="setting"/>
      </w:pPr>
      <w:rPr><xsl:apply-templates select="$paragraph" mode="type"/></w:rPr>
    </w:style>
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
      <w:name w:val="Default Paragraph Font"/>
      <w:uiPriority w:val="1"/>
      <w:semiHidden/>
    </w:style>
    <w:style w:type="table" w:default="1" w:styleId="TableNormal">
      <w:name w:val="Normal Table"/>
      <w:uiPriority w:val="99"/>
      <w:semiHidden/>
      <w:tblPr>
        <w:tblInd w:w="0" w:type="dxa"/>
        <w:tblCellMar>
          <w:top w:w="0" w:type="dxa"/>
          <w:left w:w="0" w:type="dxa"/>
          <w:bottom w:w="0" w:type="dxa"/>
          <w:right w:w="0" w:type="dxa"/>
        </w:tblCellMar>
      </w:tblPr>
    </w:style>
    <xsl:apply-templates select="$roles[@name != 'paragraph']" mode="style"/>
    <xsl:apply-templates select="$narrowed" mode="smaller"/>
  </w:styles>
</xsl:template>

<xsl:template match="role" mode="style">
  <xsl:variable name="level" select="substring-after(@name, 'heading-')"/>
  <w:style w:type="paragraph">
    <xsl:attribute name="w:styleId">
      <xsl:apply-templates select="." mode="style-id"/>
    </xsl:attribute>
    <!-- Word's own styles have names in English. -->
    <xsl:if test="translate(substring(@style, 1, 1), concat($letters, $capitals), '')">
      <xsl:attribute name="w:customStyle">1</xsl:attribute>
    </xsl:if>
    <w:name w:val="{@style}"/>
    <w:basedOn w:val="Normal"/>
    <xsl:if test="$level"><w:next w:val="Normal"/></xsl:if>
    <w:qFormat/>
    <w:pPr>
      <xsl:if test="@keep = 'next'"><w:keepNext/></xsl:if>
      <xsl:if test="@name != 'paragraph'"><w:keepLines/></xsl:if>
      <xsl:apply-templates select="." mode="setting"/>
      <xsl:if test="$level"><w:outlineLvl w:val="{$level - 1}"/></xsl:if>
      <!-- So that a set's attachments can be found in the outline. -->
      <xsl:if test="@name = 'title'"><w:outlineLvl w:val="0"/></xsl:if>
    </w:pPr>
    <w:rPr><xsl:apply-templates select="." mode="type"/></w:rPr>
  </w:style>
</xsl:template>

<!-- The same role in smaller sizes, in half-points, down to the smallest: for a
     figure whose cell is too narrow. -->
<xsl:template match="role" mode="smaller">
  <xsl:param name="size" select="2 * @size - 1"/>
  <xsl:variable name="id">
    <xsl:apply-templates select="." mode="style-id"/>
  </xsl:variable>
  <xsl:if test="$size &gt;= 2 * $table/@smallest">
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="{$id}{$size}">
      <w:name w:val="{@style}{$size}"/>
      <w:basedOn w:val="{$id}"/>
      <w:semiHidden/>
      <w:rPr>
        <w:sz w:val="{$size}"/>
        <w:szCs w:val="{$size}"/>
      </w:rPr>
    </w:style>
    <xsl:apply-templates select="." mode="smaller">
      <xsl:with-param name="size" select="$size - 1"/>
    </xsl:apply-templates>
  </xsl:if>
</xsl:template>

<xsl:variable name="letters" select="'abcdefghijklmnopqrstuvwxyz'"/>
<xsl:variable name="capitals" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>

<xsl:template match="role" mode="style-id">
  <xsl:value-of select="concat(
      translate(substring(@name, 1, 1), $letters, $capitals),
      translate(substring(@name, 2), '-', ''))"/>
</xsl:template>

<!-- Lines of exactly a role's own height: 22 of the text's fill the page. -->
<xsl:template match="role" mode="setting">
  <w:snapToGrid w:val="0"/>
  <w:spacing w:before="{round(20 * sum(@before))}"
      w:after="{round(20 * sum(@after))}" w:lineRule="exact">
    <xsl:attribute name="w:line">
      <xsl:choose>
        <xsl:when test="@line = $page/@line-pitch">
          <xsl:value-of select="$grid.line"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="round(20 * @line)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </w:spacing>
  <w:ind w:firstLineChars="{100 * sum(@indent)}"
      w:firstLine="{round(20 * sum(@indent) * @size)}"/>
  <xsl:apply-templates select="@align" mode="setting"/>
</xsl:template>

<xsl:template match="@align" mode="setting">
  <w:jc w:val="{.}"/>
</xsl:template>
<xsl:template match="@align[. = 'justify']" mode="setting">
  <w:jc w:val="both"/>
</xsl:template>

<xsl:template match="role" mode="type">
  <xsl:variable name="face" select="$faces[@name = current()/@face]"/>
  <w:rFonts w:ascii="{$face/@latin}" w:hAnsi="{$face/@latin}"
      w:eastAsia="{$face/font[1]}" w:cs="{$face/@latin}"/>
  <w:spacing>
    <xsl:attribute name="w:val">
      <xsl:choose>
        <xsl:when test="@line = $page/@line-pitch">
          <xsl:value-of select="$body.spacing"/>
        </xsl:when>
        <xsl:otherwise>0</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </w:spacing>
  <w:sz w:val="{round(2 * @size)}"/>
  <w:szCs w:val="{round(2 * @size)}"/>
</xsl:template>

<!-- The first name of a face is what the text asks for; the others stand in
     (ISO/IEC 29500-1, 17.8.3.1).  134 is GB 2312 (17.8.3.2), in hex. -->
<xsl:template name="fonts">
  <w:fonts>
    <xsl:apply-templates select="$faces" mode="font"/>
  </w:fonts>
</xsl:template>

<xsl:template match="face" mode="font">
  <w:font w:name="{font[1]}">
    <w:altName>
      <xsl:attribute name="w:val">
        <xsl:for-each select="font[position() != 1]">
          <xsl:if test="position() != 1">,</xsl:if>
          <xsl:value-of select="."/>
        </xsl:for-each>
      </xsl:attribute>
    </w:altName>
    <w:charset w:val="86"/>
    <w:family>
      <xsl:attribute name="w:val">
        <xsl:choose>
          <xsl:when test="@generic = 'serif'">roman</xsl:when>
          <xsl:otherwise>swiss</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </w:family>
    <w:pitch w:val="variable"/>
  </w:font>
</xsl:template>

<!-- doNotExpandShiftReturn: a line that ends in a break is not stretched.
     compatibilityMode 15: Word 2013 and later lay out as themselves. -->
<xsl:template name="settings">
  <w:settings>
    <w:zoom w:percent="100"/>
    <w:defaultTabStop w:val="420"/>
    <w:evenAndOddHeaders/>
    <w:characterSpacingControl w:val="compressPunctuation"/>
    <!-- What no line begins with: what Word has for Chinese, and 元, so that
         万元 is not parted. -->
    <w:noLineBreaksBefore w:lang="zh-CN"
        w:val="!%),.:;&gt;?]}}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠元"/>
    <w:compat>
      <w:doNotExpandShiftReturn/>
      <w:compatSetting w:name="compatibilityMode"
          w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
    </w:compat>
    <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>
    <w:decimalSymbol w:val="."/>
    <w:listSeparator w:val=","/>
  </w:settings>
</xsl:template>

<!-- Parts of every table's properties. -->
<xsl:variable name="line" select="8 * $table/@line"/>
<xsl:template name="borders">
  <xsl:param name="top" select="$line"/>
  <xsl:param name="bottom" select="$line"/>
  <w:tblBorders>
    <w:top w:val="single" w:sz="{$top}" w:space="0" w:color="auto"/>
    <w:left w:val="single" w:sz="{$line}" w:space="0" w:color="auto"/>
    <w:bottom w:val="single" w:sz="{$bottom}" w:space="0" w:color="auto"/>
    <w:right w:val="single" w:sz="{$line}" w:space="0" w:color="auto"/>
    <w:insideH w:val="single" w:sz="{$line}" w:space="0" w:color="auto"/>
    <w:insideV w:val="single" w:sz="{$line}" w:space="0" w:color="auto"/>
  </w:tblBorders>
</xsl:template>
<xsl:variable name="padding">
  <w:tblCellMar>
    <w:top w:w="{round($table/@padding-above * $twips-per-mm)}" w:type="dxa"/>
    <w:left w:w="{$padding.side}" w:type="dxa"/>
    <w:bottom w:w="{round($table/@padding-below * $twips-per-mm)}" w:type="dxa"/>
    <w:right w:w="{$padding.side}" w:type="dxa"/>
  </w:tblCellMar>
</xsl:variable>

</xsl:stylesheet>
