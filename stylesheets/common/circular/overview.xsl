<?xml version="1.0" encoding="UTF-8"?>
<!--
  What was filed: how many sets, how many of each result, the grades, and how
  much was found.

  Reads:  set, rule, finding, value named grade.
  Needs:  circular.xsl (filled.paragraph, keys level and value, $years).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:set="http://exslt.org/sets"
    xmlns:s="urn:jixiao:summary:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="set s">

<xsl:template match="s:summary" mode="overview">
  <xsl:call-template name="word.paragraph">
    <xsl:with-param name="key" select="'circular.to'"/>
  </xsl:call-template>
  <xsl:call-template name="filled.paragraph">
    <xsl:with-param name="key" select="'circular.opening'"/>
    <xsl:with-param name="with" select="$years"/>
  </xsl:call-template>
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="1"/>
    <xsl:with-param name="key" select="'circular.overview'"/>
  </xsl:call-template>
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'circular.sets'"/>
      <xsl:with-param name="with" select="count(s:set)"/>
    </xsl:call-template>
    <xsl:call-template name="some">
      <xsl:with-param name="key" select="'circular.good'"/>
      <xsl:with-param name="count" select="count(key('level', 'hint'))"/>
    </xsl:call-template>
    <xsl:call-template name="some">
      <xsl:with-param name="key" select="'circular.warned'"/>
      <xsl:with-param name="count" select="count(key('level', 'warning'))"/>
    </xsl:call-template>
    <xsl:call-template name="some">
      <xsl:with-param name="key" select="'circular.wrong'"/>
      <xsl:with-param name="count" select="count(key('level', 'error'))"/>
    </xsl:call-template>
    <xsl:call-template name="some">
      <xsl:with-param name="key" select="'circular.unread'"/>
      <xsl:with-param name="count" select="count(key('level', 'usage') |
          key('level', 'system'))"/>
    </xsl:call-template>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'circular.found'"/>
      <xsl:with-param name="with" select="sum(s:rule[@level = 'error']/@open)"/>
    </xsl:call-template>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'circular.found.warnings'"/>
      <xsl:with-param name="with" select="sum(s:rule[@level = 'warning']/@open)"/>
    </xsl:call-template>
    <!-- Findings of the run are in no set's counts. -->
    <xsl:call-template name="some">
      <xsl:with-param name="key" select="'circular.found.common'"/>
      <xsl:with-param name="count" select="count(s:finding[@level != 'hint'])"/>
    </xsl:call-template>
  </paragraph>
  <xsl:if test="key('value', 'grade')">
    <xsl:apply-templates select="." mode="grades"/>
  </xsl:if>
</xsl:template>

<xsl:template name="some">
  <xsl:param name="key"/>
  <xsl:param name="count"/>
  <xsl:if test="$count">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="$key"/>
      <xsl:with-param name="with" select="$count"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- 自评等级为优的12份、良的3份，没有等级的2份。 -->
<xsl:template match="s:summary" mode="grades">
  <xsl:variable name="graded" select="key('value', 'grade')"/>
  <xsl:variable name="none" select="count(s:set) - count($graded)"/>
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'circular.grades'"/>
    </xsl:call-template>
    <xsl:for-each select="set:distinct($graded)">
      <xsl:sort select="count($graded[. = current()])" data-type="number"
          order="descending"/>
      <xsl:if test="position() &gt; 1">、</xsl:if>
      <xsl:value-of select="."/>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'circular.grade'"/>
        <xsl:with-param name="with" select="count($graded[. = current()])"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="some">
      <xsl:with-param name="key" select="'circular.ungraded'"/>
      <xsl:with-param name="count" select="$none"/>
    </xsl:call-template>
    <xsl:text>。</xsl:text>
  </paragraph>
</xsl:template>

</xsl:stylesheet>
