<?xml version="1.0" encoding="UTF-8"?>
<!--
  What every self-evaluation table has, a department's and a project's: nine
  columns, the head and total row of the funds, the goals, the grand total.

  Reads:  the six figures of a row of funds, goals (expected, actual), total
          (points, score), indicators//item for the longest text.
  Needs:  cells.xsl (cell, label, head, columns), words.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:str="http://exslt.org/strings"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="str">

<!-- The longest words, in characters, that a portrait page sets legibly in an
     indicator's row: longer ones turn the page. -->
<xsl:param name="evaluation.longest" select="60"/>

<!-- Of a department or a project: portrait or landscape. -->
<xsl:template match="*" mode="orientation">
  <xsl:choose>
    <xsl:when test="indicators//item/*[string-length() &gt;
        $evaluation.longest]">landscape</xsl:when>
    <xsl:otherwise>portrait</xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- The nine columns, mm; the longest words of indicators widen theirs.  Of
     五号 type 2, 4 and 6 characters fit 9.25, 16.75 and 24.25 mm, （50分） in
     faces with wide figures 17.75, and 100.00% 15: labels break where words.xml
     breaks them and nowhere else. -->
<xsl:variable name="evaluation.portrait"
    select="'16.75 17.75 16.75 16.75 16.75 16.75 9.5 15 24.25'"/>
<xsl:variable name="evaluation.landscape"
    select="'16.75 17.75 16.75 37 34 34 9.5 15 24.25'"/>
<xsl:variable name="evaluation.words"
    select="str:tokenize('- - - name target actual - - deviation')"/>

<xsl:template match="*" mode="evaluation.columns">
  <xsl:param name="orientation"/>
  <xsl:variable name="turned" select="$orientation = 'landscape'"/>
  <xsl:variable name="longest">
    <xsl:apply-templates select="indicators" mode="evaluation.longest"/>
  </xsl:variable>
  <columns>
    <xsl:for-each select="str:tokenize($evaluation.portrait)[not($turned)] |
        str:tokenize($evaluation.landscape)[$turned]">
      <xsl:variable name="column" select="position()"/>
      <xsl:variable name="wide"
          select="$evaluation.words[$column] = string($longest)"/>
      <column width="{. + $wide * (5.75 + 14.25 * $turned)}"/>
    </xsl:for-each>
  </columns>
</xsl:template>

<!-- The member that has the longest words of all; names, if none has any. -->
<xsl:template match="indicators" mode="evaluation.longest">
  <xsl:variable name="cells" select=".//item/name | .//item/target |
      .//item/actual | .//item/deviation"/>
  <xsl:for-each select="$cells">
    <xsl:sort select="string-length()" data-type="number" order="descending"/>
    <xsl:if test="position() = 1"><xsl:value-of select="name()"/></xsl:if>
  </xsl:for-each>
  <xsl:if test="not($cells)">name</xsl:if>
</xsl:template>

<!-- The first two rows of the funds; the current node has the six figures of
     the year's total, and its label names the second row. -->
<xsl:template match="*" mode="evaluation.funds">
  <xsl:param name="label"/>     <!-- of the whole block -->
  <xsl:param name="rows"/>      <!-- of the whole block -->
  <xsl:variable name="figures" select="initial_budget | adjusted_budget |
      executed | points | execution_rate | score"/>
  <row>
    <xsl:call-template name="head">
      <xsl:with-param name="scope" select="'row'"/>
      <xsl:with-param name="rowspan" select="$rows"/>
      <xsl:with-param name="inline" select="$label"/>
    </xsl:call-template>
    <cell role="blank" colspan="2" stays="true"/>
    <xsl:apply-templates select="$figures" mode="label">
      <xsl:with-param name="scope" select="'col'"/>
    </xsl:apply-templates>
  </row>
  <row>
    <xsl:apply-templates select="." mode="label">
      <xsl:with-param name="colspan" select="2"/>
      <xsl:with-param name="stays" select="true()"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="$figures" mode="cell"/>
  </row>
</xsl:template>

<xsl:template match="goals" mode="evaluation.rows">
  <row>
    <xsl:apply-templates select="." mode="label">
      <xsl:with-param name="rowspan" select="2"/>
      <xsl:with-param name="stays" select="true()"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="*" mode="label">
      <xsl:with-param name="scope" select="'col'"/>
      <xsl:with-param name="colspan" select="4"/>
    </xsl:apply-templates>
  </row>
  <row>
    <xsl:apply-templates select="*" mode="cell">
      <xsl:with-param name="colspan" select="4"/>
    </xsl:apply-templates>
  </row>
</xsl:template>

<xsl:template match="total" mode="evaluation.rows">
  <row>
    <xsl:apply-templates select="." mode="label">
      <xsl:with-param name="colspan" select="6"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="*" mode="cell"/>
    <cell role="blank"/>
  </row>
</xsl:template>

</xsl:stylesheet>
