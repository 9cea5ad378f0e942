<?xml version="1.0" encoding="UTF-8"?>
<!--
  The table of a summary, a row a data file.  What a column is sorted by is the
  cell's own text, or where figures are its data-figure: blanks have none, and
  come last whichever way.

  Reads:  field, set, value of schemas/common/summary.rng.
  Needs:  words.xsl (summary.*, level.*, findings.answered).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:summary:1"
    exclude-result-prefixes="s">

<xsl:template match="s:summary" mode="table">
  <section aria-labelledby="sets">
    <h2 id="sets">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'summary.table'"/>
      </xsl:call-template>
    </h2>
    <p class="search" hidden="hidden">
      <label for="search">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'summary.search'"/>
        </xsl:call-template>
      </label>
      <input id="search" type="search" autocomplete="off" spellcheck="false"/>
      <span role="status" id="shown">
        <xsl:attribute name="data-words">
          <xsl:call-template name="word">
            <xsl:with-param name="key" select="'summary.shown'"/>
            <xsl:with-param name="with" select="'{}'"/>
          </xsl:call-template>
        </xsl:attribute>
      </span>
    </p>
    <table id="table">
      <thead>
        <tr>
          <xsl:apply-templates select="s:field" mode="head"/>
          <xsl:call-template name="head">
            <xsl:with-param name="key" select="'summary.result'"/>
          </xsl:call-template>
          <xsl:call-template name="head">
            <xsl:with-param name="key" select="'level.error'"/>
            <xsl:with-param name="figure" select="'yes'"/>
          </xsl:call-template>
          <xsl:call-template name="head">
            <xsl:with-param name="key" select="'level.warning'"/>
            <xsl:with-param name="figure" select="'yes'"/>
          </xsl:call-template>
          <xsl:call-template name="head">
            <xsl:with-param name="key" select="'level.hint'"/>
            <xsl:with-param name="figure" select="'yes'"/>
          </xsl:call-template>
          <xsl:call-template name="head">
            <xsl:with-param name="key" select="'summary.answered'"/>
            <xsl:with-param name="figure" select="'yes'"/>
          </xsl:call-template>
          <xsl:call-template name="head">
            <xsl:with-param name="key" select="'summary.file'"/>
          </xsl:call-template>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="s:set" mode="row"/></tbody>
    </table>
  </section>
</xsl:template>

<xsl:template match="s:field" mode="head">
  <th scope="col">
    <xsl:if test="@figure"><xsl:attribute name="class">figure</xsl:attribute></xsl:if>
    <xsl:value-of select="@title"/>
  </th>
</xsl:template>

<xsl:template name="head">
  <xsl:param name="key"/>
  <xsl:param name="figure"/>
  <th scope="col">
    <xsl:if test="$figure"><xsl:attribute name="class">figure</xsl:attribute></xsl:if>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </th>
</xsl:template>

<!-- Rules are searched for by their codes, too. -->
<xsl:template match="s:set" mode="row">
  <tr id="set-{@number}" data-codes="{@codes}">
    <xsl:apply-templates select="s:value" mode="cell"/>
    <td class="{@level}">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="concat('summary.level.', @level)"/>
      </xsl:call-template>
    </td>
    <xsl:apply-templates select="@error" mode="cell"/>
    <xsl:apply-templates select="@warning" mode="cell"/>
    <xsl:apply-templates select="@hint" mode="cell"/>
    <xsl:apply-templates select="@answered" mode="cell"/>
    <td class="links">
      <xsl:apply-templates select="@index" mode="link"/>
      <xsl:apply-templates select="@data" mode="link"/>
    </td>
  </tr>
</xsl:template>

<!-- The first names the row. -->
<xsl:template match="s:value[1]" mode="cell">
  <th scope="row">
    <xsl:value-of select="."/>
    <xsl:if test=". = ''"><xsl:value-of select="../@name"/></xsl:if>
  </th>
</xsl:template>

<xsl:template match="s:value" mode="cell">
  <td>
    <xsl:if test="@figure">
      <xsl:attribute name="class">figure</xsl:attribute>
      <xsl:attribute name="data-figure"><xsl:value-of select="@figure"/></xsl:attribute>
    </xsl:if>
    <!-- The column's title has the sign. -->
    <xsl:value-of select="translate(., '%', '')"/>
  </td>
</xsl:template>

<xsl:template match="@error | @warning | @hint | @answered" mode="cell">
  <td class="figure" data-figure="{.}">
    <xsl:if test=". &gt; 0">
      <xsl:attribute name="class">
        <xsl:value-of select="concat('figure ', name())"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:value-of select="."/>
  </td>
</xsl:template>

<xsl:template match="@index" mode="link">
  <a href="{.}">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'summary.index'"/>
    </xsl:call-template>
  </a>
  <xsl:text> </xsl:text>
</xsl:template>

<xsl:template match="@data" mode="link">
  <a href="{.}"><xsl:value-of select="../@file"/></a>
</xsl:template>

</xsl:stylesheet>
