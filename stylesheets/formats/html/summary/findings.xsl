<?xml version="1.0" encoding="UTF-8"?>
<!--
  What was found in all sets by rule, the worst and commonest first, with the
  units; and what was found of the run, that no single set shows.

  Reads:  rule, in, finding, set of schemas/common/summary.rng.
  Needs:  words.xsl (summary.*, level.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:summary:1"
    exclude-result-prefixes="s">

<xsl:template match="s:summary" mode="rules">
  <section aria-labelledby="rules">
    <h2 id="rules">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'summary.rules'"/>
      </xsl:call-template>
    </h2>
    <xsl:if test="not(s:rule[@open &gt; 0])">
      <p>
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'findings.none'"/>
        </xsl:call-template>
      </p>
    </xsl:if>
    <ul class="rules"><xsl:apply-templates select="s:rule[@open &gt; 0]"/></ul>
  </section>
</xsl:template>

<xsl:template match="s:rule">
  <li class="{@level}">
    <p>
      <b><xsl:value-of select="@code"/></b>
      <xsl:value-of select="concat(' ', @title)"/>
    </p>
    <xsl:choose>
      <xsl:when test="s:in">
        <details>
          <summary><xsl:apply-templates select="." mode="count"/></summary>
          <ul><xsl:apply-templates select="s:in"/></ul>
        </details>
      </xsl:when>
      <xsl:otherwise>
        <p class="count"><xsl:apply-templates select="." mode="count"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </li>
</xsl:template>

<xsl:template match="s:rule" mode="count">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="concat('summary.kind.', @level)"/>
  </xsl:call-template>
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'summary.places'"/>
    <xsl:with-param name="with" select="@open"/>
  </xsl:call-template>
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'summary.of'"/>
    <xsl:with-param name="with" select="@sets"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="s:in">
  <li>
    <a href="#set-{@set}"><xsl:value-of select="key('set', @set)/@name"/></a>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'findings.places'"/>
      <xsl:with-param name="with" select="@open"/>
    </xsl:call-template>
  </li>
</xsl:template>

<xsl:template match="s:summary" mode="findings">
  <section aria-labelledby="found">
    <h2 id="found">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'summary.found'"/>
      </xsl:call-template>
    </h2>
    <xsl:if test="not(s:finding)">
      <p>
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'findings.none'"/>
        </xsl:call-template>
      </p>
    </xsl:if>
    <ul class="rules"><xsl:apply-templates select="s:finding"/></ul>
  </section>
</xsl:template>

<xsl:template match="s:finding">
  <li class="{@level}">
    <p><b><xsl:value-of select="@code"/></b><xsl:value-of select="concat(' ', .)"/></p>
    <xsl:apply-templates select="key('path', @file)" mode="about"/>
  </li>
</xsl:template>

<xsl:template match="s:set" mode="about">
  <p class="count"><a href="#set-{@number}"><xsl:value-of select="@name"/></a></p>
</xsl:template>

</xsl:stylesheet>
