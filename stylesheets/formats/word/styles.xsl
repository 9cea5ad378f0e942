<?xml version="1.0" encoding="UTF-8"?>
<!--
  Roles of typography.xml as paragraph styles, the faces as fonts with their
  stand-ins, and the document's settings.

  Style ids: Heading1..4 for headings, so that the navigation pane shows the
  outline; Normal for the paragraph; otherwise the role with a capital letter.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">

<xsl:template name="styles">
  <w:styles>
    <w:docDefaults>
      <w:rPrDefault>
        <w:rPr>
          <xsl:apply-templates select="$roles[@name = 'paragraph']" mode="type"/>
          <w:lang w:val="en-US" w:eastAsia="zh-CN"/>
        </w:rPr>
      </w:rPrDefault>
      <w:pPrDefault/>
    </w:docDefaults>
    <!-- The text is the style that all others are based on. -->
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal">
      <w:name w:val="Normal"/>
      <w:qFormat/>
      <w:pPr>
        <w:kinsoku/>
        <w:overflowPunct/>
        <xsl:apply-templates select="$roles[@name = 'paragraph']" mode="setting"/>
      </w:pPr>
      <w:rPr><xsl:apply-templates select="$roles[@name = 'paragraph']" mode="type"/></w:rPr>
    </w:style>
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
      <w:name w:val="Default Paragraph Font"/>
    </w:style>
    <w:style w:type="table" w:default="1" w:styleId="TableNormal">
      <w:name w:val="Normal Table"/>
      <w:tblPr>
        <w:tblCellMar>
          <w:left w:w="0" w:type="dxa"/>
          <w:right w:w="0" w:type="dxa"/>
        </w:tblCellMar>
      </w:tblPr>
    </w:style>
    <xsl:apply-templates select="$roles[@name != 'paragraph']" mode="style"/>
  </w:styles>
</xsl:template>

<xsl:template match="role" mode="style">
  <xsl:variable name="level" select="substring-after(@name, 'heading-')"/>
  <w:style w:type="paragraph" w:customStyle="1">
    <xsl:attribute name="w:styleId">
      <xsl:apply-templates select="." mode="style-id"/>
    </xsl:attribute>
    <xsl:if test="$level">
      <xsl:attribute name="w:customStyle">0</xsl:attribute>
    </xsl:if>
    <w:name>
      <xsl:attribute name="w:val">
        <xsl:apply-templates select="." mode="style-name"/>
      </xsl:attribute>
    </w:name>
    <w:basedOn w:val="Normal"/>
    <xsl:if test="$level"><w:next w:val="Normal"/></xsl:if>
    <w:qFormat/>
    <w:pPr>
      <xsl:if test="$level or @name = 'caption' or @name = 'mark' or @name = 'title' or @name = 'note'">
        <w:keepNext/>
        <w:keepLines/>
      </xsl:if>
      <xsl:apply-templates select="." mode="setting"/>
      <xsl:if test="$level"><w:outlineLvl w:val="{$level - 1}"/></xsl:if>
    </w:pPr>
    <w:rPr><xsl:apply-templates select="." mode="type"/></w:rPr>
  </w:style>
</xsl:template>

<!-- Names that Word knows as its own: heading 1, Title. -->
<xsl:template match="role" mode="style-name">
  <xsl:value-of select="concat('jixiao ', @name)"/>
</xsl:template>
<xsl:template match="role[starts-with(@name, 'heading-')]" mode="style-name">
  <xsl:value-of select="concat('heading ', substring-after(@name, '-'))"/>
</xsl:template>

<xsl:template match="role" mode="style-id">
  <xsl:value-of select="concat(translate(substring(@name, 1, 1),
      'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
      translate(substring(@name, 2), '-', ''))"/>
</xsl:template>

<!-- Lines of exactly a role's own height: 22 of the text's fill the page. -->
<xsl:template match="role" mode="setting">
  <w:snapToGrid w:val="0"/>
  <w:spacing w:before="{round(20 * sum(@before))}" w:after="{round(20 * sum(@after))}" w:lineRule="exact">
    <xsl:attribute name="w:line">
      <xsl:choose>
        <xsl:when test="@line = $page/@line-pitch"><xsl:value-of select="$grid.line"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="round(20 * @line)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </w:spacing>
  <w:ind w:firstLineChars="{100 * sum(@indent)}" w:firstLine="{round(20 * sum(@indent) * @size)}"/>
  <xsl:if test="@align">
    <w:jc>
      <xsl:attribute name="w:val">
        <xsl:choose>
          <xsl:when test="@align = 'justify'">both</xsl:when>
          <xsl:otherwise><xsl:value-of select="@align"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </w:jc>
  </xsl:if>
</xsl:template>

<xsl:template match="role" mode="type">
  <xsl:variable name="face" select="$faces[@name = current()/@face]"/>
  <w:rFonts w:ascii="{$face/@latin}" w:hAnsi="{$face/@latin}" w:eastAsia="{$face/font[1]}" w:cs="{$face/@latin}"/>
  <w:spacing>
    <xsl:attribute name="w:val">
      <xsl:choose>
        <xsl:when test="@size = $body.size"><xsl:value-of select="$body.spacing"/></xsl:when>
        <xsl:otherwise>0</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </w:spacing>
  <w:sz w:val="{round(2 * @size)}"/>
  <w:szCs w:val="{round(2 * @size)}"/>
</xsl:template>

<!-- The first name of a face is what the text asks for; the others stand in
     (ISO/IEC 29500-1, 17.8.3.1). -->
<xsl:template name="fonts">
  <w:fonts>
    <xsl:for-each select="$faces">
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
    </xsl:for-each>
  </w:fonts>
</xsl:template>

<xsl:template name="settings">
  <w:settings>
    <w:defaultTabStop w:val="420"/>
    <w:evenAndOddHeaders/>
    <w:characterSpacingControl w:val="compressPunctuation"/>
    <w:compat>
      <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
    </w:compat>
    <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>
    <w:decimalSymbol w:val="."/>
    <w:listSeparator w:val=","/>
  </w:settings>
</xsl:template>

</xsl:stylesheet>
