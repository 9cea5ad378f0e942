<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the data may state and no form has a place for, as one more attachment
  that is never printed: what texts refer to, and what rules need.  A row for
  every leaf that no formula gives, below a row that names what it is in; a list
  without entries has a row itself.

  Reads:  any member of submission.xml: @printed, of it or around it, says
          whether a form has it; narrative (@outline) is in its report.
  Needs:  common cells.xsl, values.xsl; words.xml beside this one (other.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<xsl:import href="../common/unhandled.xsl"/>
<xsl:include href="../common/values.xsl"/>
<xsl:include href="../common/words.xsl"/>
<xsl:include href="../common/cells.xsl"/>

<xsl:output method="xml" encoding="UTF-8"/>

<xsl:variable name="words" select="document('words.xml')"/>

<!-- As of the attachments that are printed: "" for all that is in it, else what
     lists it. -->
<xsl:param name="only"/>

<xsl:template match="/submission">
  <xsl:variable name="name">
    <xsl:call-template name="words.plain">
      <xsl:with-param name="key" select="'other.name'"/>
    </xsl:call-template>
  </xsl:variable>
  <documents edition="{@edition}" title="{$name}" file="{$name}">
    <attachment id="{$name}" kind="{$name}" name="{$name}" file="{$name}"
        orientation="portrait" src="">
      <title><line><xsl:value-of select="$name"/></line></title>
      <xsl:apply-templates select="self::*[not(string($only))]"
          mode="content">
        <xsl:with-param name="name" select="$name"/>
      </xsl:apply-templates>
    </attachment>
  </documents>
</xsl:template>

<xsl:template match="submission" mode="content">
  <xsl:param name="name"/>
  <table role="form">
    <caption><xsl:value-of select="$name"/></caption>
    <xsl:call-template name="columns">
      <xsl:with-param name="widths" select="'60 96'"/>
    </xsl:call-template>
    <head>
      <row>
        <xsl:call-template name="words.headers">
          <xsl:with-param name="key" select="'other.columns'"/>
        </xsl:call-template>
      </row>
    </head>
    <body>
      <xsl:apply-templates select="." mode="branch"/>
    </body>
  </table>
</xsl:template>

<!-- What says how the file is read, and the answers to warnings, which are given
     beside the warning. -->
<xsl:template match="submission/edition | submission/explanations"
    mode="branch" priority="2"/>
<xsl:template match="submission/edition" mode="leaf" priority="2"/>

<!-- An object, a map or a list: the leaves in it, then what else is in it. -->
<xsl:template match="*" mode="branch">
  <xsl:variable name="leaves">
    <xsl:apply-templates select="*" mode="leaf"/>
  </xsl:variable>
  <xsl:if test="string($leaves)">
    <row>
      <cell role="group" colspan="2">
        <xsl:apply-templates select="ancestor-or-self::*" mode="path"/>
      </cell>
    </row>
    <xsl:copy-of select="$leaves"/>
  </xsl:if>
  <xsl:apply-templates select="*[@type = 'object' or @type = 'map'
      or @type = 'list'][not(@outline)]" mode="branch"/>
</xsl:template>

<xsl:template match="*" mode="leaf"/>

<xsl:template mode="leaf" match="*[@type != 'object' and @type != 'map']
    [@type != 'list' or not(*)][not(@outline)]
    [not(@formula) and not(@awaited) or @state = 'stated']">
  <xsl:if test="string((ancestor-or-self::*/@printed)[last()]) != 'form'">
    <row>
      <xsl:apply-templates select="." mode="label">
        <xsl:with-param name="stays" select="true()"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="." mode="cell"/>
    </row>
  </xsl:if>
</xsl:template>

<!-- 项目 2 农村厕所改造 › 资金; the set itself is named alone. -->
<xsl:template match="*" mode="path">
  <xsl:value-of select="@title"/>
  <xsl:if test="not(@title)"><xsl:value-of select="@label"/></xsl:if>
  <xsl:if test="position() != last()"> › </xsl:if>
</xsl:template>

<xsl:template match="submission[*]" mode="path">
  <xsl:if test="last() = 1"><xsl:value-of select="@label"/></xsl:if>
</xsl:template>

<xsl:template match="item" mode="path">
  <xsl:value-of select="concat(count(preceding-sibling::*) + 1, ' ', name)"/>
  <xsl:if test="position() != last()"> › </xsl:if>
</xsl:template>

</xsl:stylesheet>
