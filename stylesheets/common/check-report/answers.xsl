<?xml version="1.0" encoding="UTF-8"?>
<!--
  Warnings that the data file explains, with the reasons that it gives.

  Reads:  set, finding.
  Needs:  parts.xsl, findings.xsl (modes where and src, @line), words.xml (answers.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:set:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="s">

<xsl:template match="s:set" mode="answers">
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="$second + 1"/>
    <xsl:with-param name="key" select="'answers'"/>
  </xsl:call-template>
  <xsl:if test="not(s:finding/s:answer)">
    <xsl:call-template name="word.paragraph">
      <xsl:with-param name="key" select="'answers.none'"/>
    </xsl:call-template>
  </xsl:if>
  <xsl:if test="s:finding/s:answer">
    <xsl:call-template name="table">
      <xsl:with-param name="caption">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'answers'"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="widths" select="'14 40 18 42 42'"/>
      <xsl:with-param name="headers" select="'answers.rule findings.place
          findings.line answers.sentence answers.answer'"/>
      <xsl:with-param name="rows">
        <xsl:apply-templates select="s:finding[s:answer]" mode="answer"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="s:finding" mode="answer">
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text" select="@code"/>
    </xsl:call-template>
    <cell role="text">
      <xsl:apply-templates select="." mode="src"/>
      <xsl:value-of select="s:where"/>
    </cell>
    <cell role="figure"><xsl:apply-templates select="@line"/></cell>
    <cell role="text">
      <xsl:apply-templates select="." mode="src"/>
      <xsl:value-of select="s:sentence"/>
    </cell>
    <cell role="text">
      <xsl:apply-templates select="s:answer/@pointer" mode="src"/>
      <xsl:value-of select="s:answer"/>
    </cell>
  </row>
</xsl:template>

<xsl:template match="@pointer" mode="src">
  <xsl:attribute name="src"><xsl:value-of select="."/></xsl:attribute>
</xsl:template>

</xsl:stylesheet>
