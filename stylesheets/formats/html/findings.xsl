<?xml version="1.0" encoding="UTF-8"?>
<!--
  What was found, worst first, answered findings last; and the state of the
  set and of an attachment that follows from it: only open findings count.

  Reads:  finding, in, sentence, basis, answer of schemas/common/set.rng.
  Needs:  index.xsl (mode fact), files.xsl (mode address), words.xsl
          (findings.*, state.*, fact.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:set:1"
    exclude-result-prefixes="s">

<xsl:key name="attachment" match="s:attachment" use="@id"/>
<xsl:key name="open" match="s:finding[not(s:answer)]" use="s:in/@attachment"/>

<xsl:template match="s:set" mode="findings">
  <section aria-labelledby="findings">
    <h2 id="findings">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'findings'"/>
      </xsl:call-template>
    </h2>
    <xsl:if test="not(s:finding)">
      <p>
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'findings.none'"/>
        </xsl:call-template>
      </p>
    </xsl:if>
    <xsl:variable name="open" select="s:finding[not(s:answer)]"/>
    <xsl:call-template name="findings">
      <xsl:with-param name="kind" select="'error'"/>
      <xsl:with-param name="findings" select="$open[@level = 'error']"/>
    </xsl:call-template>
    <xsl:call-template name="findings">
      <xsl:with-param name="kind" select="'warning'"/>
      <xsl:with-param name="findings" select="$open[@level = 'warning']"/>
    </xsl:call-template>
    <xsl:call-template name="findings">
      <xsl:with-param name="kind" select="'hint'"/>
      <xsl:with-param name="findings" select="$open[@level = 'hint']"/>
    </xsl:call-template>
    <xsl:call-template name="findings">
      <xsl:with-param name="kind" select="'answered'"/>
      <xsl:with-param name="findings" select="s:finding[s:answer]"/>
    </xsl:call-template>
  </section>
</xsl:template>

<xsl:template name="findings">
  <xsl:param name="kind"/>
  <xsl:param name="findings"/>
  <xsl:if test="$findings">
    <h3 class="{$kind}">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="concat('findings.', $kind)"/>
        <xsl:with-param name="with" select="count($findings)"/>
      </xsl:call-template>
    </h3>
    <ol class="findings {$kind}"><xsl:apply-templates select="$findings"/></ol>
  </xsl:if>
</xsl:template>

<xsl:template match="s:finding">
  <li>
    <p><b><xsl:value-of select="@code"/></b><xsl:value-of select="concat(' ', s:sentence)"/></p>
    <dl>
      <xsl:apply-templates select="s:answer" mode="fact"/>
      <xsl:apply-templates select="@file" mode="fact"/>
      <xsl:apply-templates select="@pointer" mode="fact"/>
      <xsl:apply-templates select="s:in[1]" mode="fact"/>
      <xsl:apply-templates select="s:basis" mode="fact"/>
    </dl>
  </li>
</xsl:template>

<xsl:template match="s:finding/@file" mode="fact.value">
  <xsl:value-of select="."/>
  <xsl:apply-templates select="../@line" mode="place"/>
</xsl:template>

<xsl:template match="@line" mode="place">
  <xsl:text> </xsl:text>
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'line'"/>
    <xsl:with-param name="with" select="string(.)"/>
  </xsl:call-template>
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'column'"/>
    <xsl:with-param name="with" select="string(../@column)"/>
  </xsl:call-template>
</xsl:template>

<!-- The pointer of the whole data is empty. -->
<xsl:template match="@pointer[. = '']" mode="fact.value">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="'all'"/>
  </xsl:call-template>
</xsl:template>

<!-- The first stands for all. -->
<xsl:template match="s:in" mode="fact.value">
  <xsl:for-each select="../s:in">
    <xsl:if test="position() &gt; 1">、</xsl:if>
    <xsl:apply-templates select="." mode="link"/>
  </xsl:for-each>
</xsl:template>

<!-- To the value, in the attachment's own page or in that of the whole set. -->
<xsl:template match="s:in" mode="link">
  <xsl:variable name="own"
      select="key('attachment', @attachment)/s:file[@format = 'html']"/>
  <xsl:variable name="page" select="$own |
      /*/s:whole[not($own)]/s:file[@format = 'html']"/>
  <xsl:choose>
    <xsl:when test="$page">
      <a>
        <xsl:attribute name="href">
          <xsl:apply-templates select="$page" mode="address"/>
          <xsl:apply-templates select="." mode="anchor"/>
        </xsl:attribute>
        <xsl:value-of select="@attachment"/>
      </a>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="@attachment"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- As value.xsl and attachment.xsl set them. -->
<xsl:template match="s:in" mode="anchor">
  <xsl:value-of select="concat('#', translate(@attachment, ' ', '_'))"/>
</xsl:template>

<xsl:template match="s:in[@tag]" mode="anchor">
  <xsl:value-of select="concat('#v-', @tag)"/>
</xsl:template>

<xsl:template match="s:set" mode="state">
  <xsl:call-template name="state">
    <xsl:with-param name="open" select="s:finding[not(s:answer)]"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="s:attachment" mode="state">
  <xsl:call-template name="state">
    <xsl:with-param name="open" select="key('open', @id)"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="state">
  <xsl:param name="open"/>
  <xsl:call-template name="count">
    <xsl:with-param name="level" select="'error'"/>
    <xsl:with-param name="findings" select="$open[@level = 'error']"/>
  </xsl:call-template>
  <xsl:call-template name="count">
    <xsl:with-param name="level" select="'warning'"/>
    <xsl:with-param name="findings" select="$open[@level = 'warning']"/>
  </xsl:call-template>
  <xsl:call-template name="count">
    <xsl:with-param name="level" select="'hint'"/>
    <xsl:with-param name="findings" select="$open[@level = 'hint']"/>
  </xsl:call-template>
  <!-- Hints leave nothing to do. -->
  <xsl:if test="not($open[@level != 'hint'])">
    <span class="ready">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'state.ready'"/>
      </xsl:call-template>
    </span>
  </xsl:if>
</xsl:template>

<xsl:template name="count">
  <xsl:param name="level"/>
  <xsl:param name="findings"/>
  <xsl:if test="$findings">
    <span class="{$level}">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="concat('state.', $level)"/>
        <xsl:with-param name="with" select="count($findings)"/>
      </xsl:call-template>
    </span>
    <xsl:text> </xsl:text>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
