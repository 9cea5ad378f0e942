<?xml version="1.0" encoding="UTF-8"?>
<!--
  The commonest errors and warnings, each with units that have it, and what units
  have in common.

  Reads:  rule, in, finding, set.
  Needs:  circular.xsl (keys set and path), words circular.*.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:str="http://exslt.org/strings"
    xmlns:s="urn:jixiao:summary:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="str s">

<!-- So many rules are told, and so many units of each are named. -->
<xsl:variable name="rules.most" select="10"/>
<xsl:variable name="units.most" select="5"/>

<xsl:template match="s:summary" mode="rules">
  <xsl:variable name="rules" select="s:rule[@open &gt; 0][@level = 'error' or
      @level = 'warning'][position() &lt;= $rules.most]"/>
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="2"/>
    <xsl:with-param name="key" select="'circular.rules'"/>
  </xsl:call-template>
  <xsl:if test="not($rules)">
    <xsl:call-template name="word.paragraph">
      <xsl:with-param name="key" select="'circular.none'"/>
    </xsl:call-template>
  </xsl:if>
  <xsl:if test="$rules">
    <xsl:call-template name="table">
      <xsl:with-param name="caption">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'circular.rules'"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="widths" select="'12 14 58 14 14 44'"/>
      <xsl:with-param name="headers" select="'circular.number circular.level
          circular.title circular.places circular.count circular.units'"/>
      <xsl:with-param name="rows">
        <xsl:apply-templates select="$rules" mode="row"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="s:rule" mode="row">
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="position()"/>
    </xsl:call-template>
    <cell role="figure">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="concat('circular.level.', @level)"/>
      </xsl:call-template>
    </cell>
    <cell role="text"><xsl:value-of select="@title"/></cell>
    <cell role="figure"><xsl:value-of select="@open"/></cell>
    <cell role="figure"><xsl:value-of select="@sets"/></cell>
    <cell role="text">
      <xsl:for-each select="s:in[position() &lt;= $units.most]">
        <xsl:if test="position() &gt; 1">、</xsl:if>
        <xsl:value-of select="key('set', @set)/@name"/>
      </xsl:for-each>
      <xsl:if test="s:in[$units.most + 1]">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'circular.more'"/>
        </xsl:call-template>
      </xsl:if>
    </cell>
  </row>
</xsl:template>

<xsl:template match="s:summary" mode="common">
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="3"/>
    <xsl:with-param name="key" select="'circular.common'"/>
  </xsl:call-template>
  <xsl:variable name="findings" select="s:finding[@level != 'hint']"/>
  <xsl:if test="not($findings)">
    <xsl:call-template name="word.paragraph">
      <xsl:with-param name="key" select="'circular.common.none'"/>
    </xsl:call-template>
  </xsl:if>
  <xsl:for-each select="$findings">
    <paragraph>
      <xsl:attribute name="number">
        <xsl:call-template name="number">
          <xsl:with-param name="depth" select="2"/>
          <xsl:with-param name="n" select="position()"/>
        </xsl:call-template>
      </xsl:attribute>
      <xsl:if test="@where"><xsl:value-of select="concat(@where, '：')"/></xsl:if>
      <xsl:apply-templates select="." mode="said"/>
      <xsl:text>。</xsl:text>
    </paragraph>
  </xsl:for-each>
</xsl:template>

<!-- The sentence, in which units are named without the paths of their data; a
     path stays where nothing else tells two files of one unit apart. -->
<xsl:template match="s:finding" mode="said">
  <xsl:variable name="own" select="key('path', @file)/@name"/>
  <xsl:variable name="finding" select="."/>
  <xsl:for-each select="str:split(., '）')">
    <xsl:variable name="piece" select="string()"/>
    <xsl:variable name="is.last" select="position() = last()"/>
    <xsl:variable name="path" select="str:tokenize($piece, '（ ')[last()]"/>
    <xsl:variable name="before" select="substring($piece, 1,
        string-length($piece) - string-length($path) - 1)"/>
    <xsl:variable name="mark" select="substring($piece,
        string-length($before) + 1, 1)"/>
    <xsl:for-each select="$finding">
      <xsl:variable name="other" select="key('path', $path)"/>
      <xsl:choose>
        <xsl:when test="$is.last"><xsl:value-of select="$piece"/></xsl:when>
        <xsl:when test="not($other) or $other/@name = $own">
          <xsl:value-of select="concat($piece, '）')"/>
        </xsl:when>
        <xsl:when test="$mark = '（'"><xsl:value-of select="$before"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat($before, '）')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
