<?xml version="1.0" encoding="UTF-8"?>
<!--
  What was looked for: rules that found nothing, had nothing to look at, were
  changed, or cannot look at the data.  Those that found something are in the
  summary.

  Reads:  set, rule, parameter.
  Needs:  parts.xsl, summary.xsl (@level), words.xml (rules.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:set:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="s">

<xsl:template match="s:set" mode="rules">
  <xsl:variable name="run" select="s:rule[@kind = 'check' or @kind = 'formula']"/>
  <xsl:variable name="kept" select="$run[not(@disabled)]"/>
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="$second + 2"/>
    <xsl:with-param name="key" select="'rules'"/>
  </xsl:call-template>
  <xsl:call-template name="rules">
    <xsl:with-param name="n" select="1"/>
    <xsl:with-param name="part" select="'rules.passed'"/>
    <xsl:with-param name="rules" select="$kept[@found = 0][@looked-at &gt; 0]"/>
    <xsl:with-param name="last" select="'rules.looked-at'"/>
    <xsl:with-param name="widths" select="'16 122 18'"/>
  </xsl:call-template>
  <xsl:call-template name="rules">
    <xsl:with-param name="n" select="2"/>
    <xsl:with-param name="part" select="'rules.idle'"/>
    <xsl:with-param name="rules" select="$kept[@found = 0][@looked-at = 0]"/>
    <xsl:with-param name="widths" select="'16 140'"/>
  </xsl:call-template>
  <xsl:call-template name="rules">
    <xsl:with-param name="n" select="3"/>
    <xsl:with-param name="part" select="'rules.changed'"/>
    <xsl:with-param name="rules" select="$run[@disabled or
        @level != @usual-level or s:parameter[@value != @usual]]"/>
    <xsl:with-param name="last" select="'rules.change'"/>
  </xsl:call-template>
  <xsl:call-template name="rules">
    <xsl:with-param name="n" select="4"/>
    <xsl:with-param name="part" select="'rules.undecided'"/>
    <xsl:with-param name="rules" select="s:rule[@kind = 'undecided']"/>
    <xsl:with-param name="last" select="'rules.undecided.reason'"/>
  </xsl:call-template>
  <xsl:call-template name="rules">
    <xsl:with-param name="n" select="5"/>
    <xsl:with-param name="part" select="'rules.constructed'"/>
    <xsl:with-param name="rules" select="s:rule[@kind = 'constructed']"/>
    <xsl:with-param name="last" select="'rules.constructed.reason'"/>
  </xsl:call-template>
</xsl:template>

<!-- last: the key of a third column, which its mode fills. -->
<xsl:template name="rules">
  <xsl:param name="n"/>
  <xsl:param name="part"/>
  <xsl:param name="rules"/>
  <xsl:param name="last"/>
  <xsl:param name="widths" select="'16 62 78'"/>
  <xsl:choose>
    <xsl:when test="$rules">
      <xsl:call-template name="headed.table">
        <xsl:with-param name="n" select="$n"/>
        <xsl:with-param name="key" select="$part"/>
        <xsl:with-param name="widths" select="$widths"/>
        <xsl:with-param name="headers"
            select="concat('rules.code rules.title ', $last)"/>
        <xsl:with-param name="rows">
          <xsl:apply-templates select="$rules" mode="row">
            <xsl:with-param name="last" select="$last"/>
          </xsl:apply-templates>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="word.heading">
        <xsl:with-param name="level" select="2"/>
        <xsl:with-param name="n" select="$n"/>
        <xsl:with-param name="key" select="$part"/>
      </xsl:call-template>
      <xsl:call-template name="word.paragraph">
        <xsl:with-param name="key" select="'rules.none'"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template match="s:rule" mode="row">
  <xsl:param name="last"/>
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="@code"/>
    </xsl:call-template>
    <cell role="text"><xsl:value-of select="normalize-space(s:title)"/></cell>
    <xsl:choose>
      <xsl:when test="$last = 'rules.looked-at'">
        <cell role="figure"><xsl:value-of select="@looked-at"/></cell>
      </xsl:when>
      <xsl:when test="$last = 'rules.change'">
        <cell role="text"><xsl:apply-templates select="." mode="change"/></cell>
      </xsl:when>
      <xsl:when test="$last">
        <cell role="text"><xsl:value-of select="normalize-space(s:reason)"/></cell>
      </xsl:when>
    </xsl:choose>
  </row>
</xsl:template>

<xsl:template match="s:rule" mode="change">
  <xsl:if test="@disabled">
    <paragraph>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'rules.disabled'"/>
      </xsl:call-template>
    </paragraph>
  </xsl:if>
  <xsl:apply-templates select="@level[. != ../@usual-level]" mode="change"/>
  <xsl:apply-templates select="s:parameter[@value != @usual]" mode="change"/>
</xsl:template>

<xsl:template match="@level" mode="change">
  <xsl:variable name="level"><xsl:apply-templates select="."/></xsl:variable>
  <xsl:variable name="usual"><xsl:apply-templates select="../@usual-level"/></xsl:variable>
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'rules.level.changed'"/>
      <xsl:with-param name="with" select="$level"/>
    </xsl:call-template>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'rules.from'"/>
      <xsl:with-param name="with" select="$usual"/>
    </xsl:call-template>
  </paragraph>
</xsl:template>

<xsl:template match="s:parameter" mode="change">
  <paragraph>
    <xsl:value-of select="concat(normalize-space(), '：', @value)"/>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'rules.from'"/>
      <xsl:with-param name="with" select="string(@usual)"/>
    </xsl:call-template>
  </paragraph>
</xsl:template>

</xsl:stylesheet>
