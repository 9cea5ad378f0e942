<?xml version="1.0" encoding="UTF-8"?>
<!--
  Values that something was found about: marked, with a tip that the mouse and
  the keyboard bring up and Escape closes (page.js.xml), and with words for
  those who hear the page.  A sign stands at the edge of the cell or, in text,
  between the lines: no line is longer for it.  Screens alone show marks
  (page.css.xml).

  Reads:  value, findings, finding.
  Needs:  value.xsl (template value; mode state), words.xsl (mark.*, said.*,
          level.*, line, column).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<xsl:template match="d:value[following-sibling::*[1]/self::d:findings]">
  <xsl:variable name="findings" select="following-sibling::*[1]"/>
  <xsl:variable name="level">
    <xsl:apply-templates select="$findings" mode="level"/>
  </xsl:variable>
  <mark class="{$level}" tabindex="0" aria-describedby="f-{$findings/@number}">
    <!-- A line below every word of a text would be too much. -->
    <xsl:if test="@type = 'text'">
      <xsl:attribute name="class">
        <xsl:value-of select="concat($level, ' words')"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:apply-templates select="$findings" mode="data-sign"/>
    <!-- Before the value: behind it lines would break otherwise. -->
    <span class="said">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="concat('said.', $level)"/>
      </xsl:call-template>
    </span>
    <xsl:call-template name="value"/>
  </mark>
</xsl:template>

<xsl:template match="d:findings" mode="data-sign">
  <xsl:variable name="level"><xsl:apply-templates select="." mode="level"/></xsl:variable>
  <xsl:attribute name="data-sign">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="concat('mark.', $level)"/>
    </xsl:call-template>
  </xsl:attribute>
</xsl:template>

<!-- The signs of a cell's marks. -->
<xsl:template match="d:cell" mode="signs"/>
<xsl:template match="d:cell[.//d:findings]" mode="signs">
  <span class="signs" aria-hidden="true">
    <span><xsl:apply-templates select=".//d:findings" mode="sign"/></span>
  </span>
</xsl:template>

<xsl:template match="d:findings" mode="sign">
  <b>
    <xsl:attribute name="class">
      <xsl:apply-templates select="." mode="level"/>
    </xsl:attribute>
    <xsl:apply-templates select="." mode="data-sign"/>
  </b>
</xsl:template>

<!-- The tip says what the title would. -->
<xsl:template mode="title"
    match="d:value[following-sibling::*[1]/self::d:findings]"/>

<!-- What only those hear who hear tables has no marks. -->
<xsl:template match="d:table[@role = 'form']/d:caption//d:value" priority="1">
  <xsl:call-template name="value"/>
</xsl:template>
<xsl:template match="d:table[@role = 'form']/d:caption//d:findings" priority="1"/>

<!-- Of the worst one that is open. -->
<xsl:template match="d:findings" mode="level">
  <xsl:variable name="open" select="*[not(@answer)]"/>
  <xsl:choose>
    <xsl:when test="$open[@level = 'error']">error</xsl:when>
    <xsl:when test="$open[@level = 'warning']">warning</xsl:when>
    <xsl:when test="$open">hint</xsl:when>
    <xsl:otherwise>answered</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="d:findings">
  <xsl:variable name="value" select="preceding-sibling::*[1]"/>
  <span class="tip" role="tooltip" id="f-{@number}">
    <xsl:apply-templates select="*"/>
    <small>
      <xsl:value-of select="concat($value/@src, ' ')"/>
      <xsl:apply-templates select="$value" mode="state"/>
    </small>
  </span>
</xsl:template>

<xsl:template match="d:finding">
  <span class="{@level}">
    <b>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="concat('level.', @level)"/>
      </xsl:call-template>
      <xsl:value-of select="concat(' ', @code)"/>
    </b>
    <xsl:text> </xsl:text>
    <xsl:value-of select="@where"/>
    <xsl:apply-templates select="@line" mode="tip"/>
    <xsl:value-of select="concat('：', @sentence)"/>
    <xsl:apply-templates select="@answer" mode="tip"/>
  </span>
</xsl:template>

<xsl:template match="@line" mode="tip">
  <xsl:text>（</xsl:text>
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'line'"/>
    <xsl:with-param name="with" select="string(.)"/>
  </xsl:call-template>
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'column'"/>
    <xsl:with-param name="with" select="string(../@column)"/>
  </xsl:call-template>
  <xsl:text>）</xsl:text>
</xsl:template>

<xsl:template match="@answer" mode="tip">
  <br/>
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'mark.answer'"/>
    <xsl:with-param name="with" select="string(.)"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
