<?xml version="1.0" encoding="UTF-8"?>
<!--
  Values with their origin: the pointer as data-src, and together with label
  and state as the tip that a mouse brings up.  Where a value is printed for
  the first time it has an anchor, v-TAG, to which findings link.

  Reads:  value.
  Needs:  formats/numbers.xsl (mode is-first), words.xsl (value.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<xsl:template match="d:value" name="value">
  <xsl:variable name="whole">
    <xsl:apply-templates mode="whole"
        select="self::*[string-length() &lt;= $whole.longest]"/>
  </xsl:variable>
  <span class="value{$whole}" data-src="{@src}" data-tag="{@tag}">
    <xsl:variable name="first">
      <xsl:apply-templates select="." mode="is-first"/>
    </xsl:variable>
    <xsl:if test="string($first)">
      <xsl:attribute name="id"><xsl:value-of select="concat('v-', @tag)"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="not(node())">
      <xsl:attribute name="class">value empty</xsl:attribute>
    </xsl:if>
    <xsl:apply-templates select="." mode="title"/>
    <xsl:apply-templates select="self::*[not(string($whole))]/node()"/>
    <xsl:apply-templates select="self::*[string($whole)]/node()" mode="figure"/>
  </span>
</xsl:template>

<!-- A figure and its unit stay in one line: 3000亩, ≥1500批次, 减少19.6万元.
     Browsers part neither digits nor a sign or % from them. -->
<xsl:variable name="whole.longest" select="12"/>
<xsl:variable name="figures" select="'0123456789'"/>

<xsl:template match="d:value" mode="whole">
  <xsl:if test="(string(@value) or string-length(translate(
      substring(., 1, 2), $figures, '')) &lt; string-length(substring(., 1, 2)))
      and string-length(translate(., $figures, '')) &lt; string-length() and
      translate(substring(., string-length()), concat($figures, '%'), '')">
    <xsl:text> whole</xsl:text>
  </xsl:if>
</xsl:template>

<!-- A cell that is too narrow breaks before the unit of ≥3万人次, and leaves no
     character of it alone in the second line. -->
<xsl:variable name="unsaid" select="concat($figures, '.≥≤=−')"/>

<xsl:template match="node()" mode="figure">
  <xsl:apply-templates select="."/>
</xsl:template>

<xsl:template match="d:cell/d:value/text()" mode="figure">
  <xsl:variable name="unit" select="translate(., $unsaid, '')"/>
  <xsl:variable name="before"
      select="string-length() - string-length($unit)"/>
  <xsl:choose>
    <xsl:when test="string-length($unit) &gt; 1
        and substring(., $before + 1) = $unit">
      <xsl:value-of select="substring(., 1, $before)"/>
      <span class="unit"><xsl:value-of select="$unit"/></span>
    </xsl:when>
    <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="d:value" mode="title">
  <xsl:attribute name="title">
    <xsl:value-of select="concat(@label, '&#10;', @src, '&#10;')"/>
    <xsl:apply-templates select="." mode="state"/>
    <xsl:apply-templates select="." mode="exact"/>
  </xsl:attribute>
</xsl:template>

<xsl:template match="d:value" mode="state">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="concat('value.', @state)"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="d:value[@formula]" mode="state">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'value.formula'"/>
    <xsl:with-param name="with" select="@formula"/>
  </xsl:call-template>
</xsl:template>

<!-- Amounts are printed rounded. -->
<xsl:template match="d:value" mode="exact"/>
<xsl:template match="d:value[@type = 'amount'][string(@value)]" mode="exact">
  <xsl:text>&#10;</xsl:text>
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'value.exact'"/>
    <xsl:with-param name="with" select="@value"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
