<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the data may state and no form has a place for, as one more attachment
  that is never printed: what texts refer to, and what rules need.  A row for
  every leaf that no formula gives, or for an entry that has a few, below a row
  that names what it is in; a list without entries has a row itself, and a map
  one for an entry more.

  Reads:  any member of submission.xml: @printed, of it or around it, says
          whether a form has it; narrative (@outline) is in its report;
          @choice, what people read for a value that is one of several.
  Needs:  common cells.xsl, values.xsl; words.xml beside this one (other.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:x="urn:jixiao:exact"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="x">

<xsl:import href="../common/unhandled.xsl"/>
<xsl:include href="../common/values.xsl"/>
<xsl:include href="../common/words.xsl"/>
<xsl:include href="../common/cells.xsl"/>

<xsl:output method="xml" encoding="UTF-8"/>

<xsl:variable name="words" select="document('words.xml')"/>

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
      <!-- A submission without members is listed alone. -->
      <xsl:apply-templates select="self::*[*]" mode="content">
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
      <xsl:with-param name="widths" select="'26 26 26 26 26 26'"/>
    </xsl:call-template>
    <head>
      <row>
        <xsl:call-template name="words.headers">
          <xsl:with-param name="key" select="'other.columns'"/>
          <xsl:with-param name="colspan" select="3"/>
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
<xsl:template match="submission/edition | submission/explanations"
    mode="leaf" priority="2"/>

<!-- An object: the leaves in it, then what else is in it. -->
<xsl:template match="*" mode="branch" name="branch">
  <xsl:variable name="leaves">
    <xsl:apply-templates select="*" mode="leaf"/>
  </xsl:variable>
  <xsl:if test="string($leaves)">
    <xsl:apply-templates select="." mode="group"/>
    <xsl:copy-of select="$leaves"/>
  </xsl:if>
  <xsl:apply-templates select="*[@type = 'object' or @type = 'map'
      or @type = 'list'][not(@outline)]" mode="branch"/>
</xsl:template>

<!-- Entries that have a few leaves each, all of them as many: a row each.
     $depth: of lists and maps around their leaves. -->
<xsl:template match="*[@type = 'list' or @type = 'map']" mode="branch"
    priority="1">
  <xsl:variable name="depth"
      select="count(ancestor-or-self::*[@type = 'list' or @type = 'map'])"/>
  <xsl:variable name="heads" select="*[1]/descendant::*[../@type = 'object']
      [@type != 'object' and @type != 'map' and @type != 'list']
      [string((ancestor-or-self::*/@printed)[last()]) != 'form']
      [count(ancestor::*[@type = 'list' or @type = 'map']) = $depth]"/>
  <xsl:variable name="rows">
    <xsl:if test="$heads and not($heads[$most + 1])">
      <xsl:apply-templates select="*" mode="entry">
        <xsl:with-param name="depth" select="$depth"/>
        <xsl:with-param name="count" select="count($heads)"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:variable>
  <xsl:choose>
    <xsl:when test="@type = 'map' or string($rows)">
      <xsl:apply-templates select="." mode="group"/>
      <xsl:if test="$heads">
        <row>
          <xsl:call-template name="heads">
            <xsl:with-param name="heads" select="$heads"/>
          </xsl:call-template>
        </row>
      </xsl:if>
      <xsl:copy-of select="$rows"/>
      <xsl:apply-templates select="self::*[@type = 'map']" mode="more"/>
      <xsl:apply-templates mode="branch" select="descendant::*[not(@outline)]
          [@type = 'list' or @type = 'map']
          [count(ancestor::*[@type = 'list' or @type = 'map']) = $depth]"/>
    </xsl:when>
    <xsl:otherwise><xsl:call-template name="branch"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:variable name="most" select="5"/>

<!-- Above the cells of entries; an entry of a list has its name in front, in a
     map its first leaf is that.  Few of them are broad. -->
<xsl:template name="heads">
  <xsl:param name="heads"/>
  <xsl:variable name="count" select="count($heads)"/>
  <xsl:variable name="broad" select="1 + ($count &lt; 3) + ($count &lt; 2)"/>
  <xsl:variable name="first" select="$most + 1 - $count * $broad"/>
  <xsl:if test="@type = 'list'">
    <xsl:call-template name="words.label">
      <xsl:with-param name="key" select="'other.entry'"/>
      <xsl:with-param name="colspan" select="$first"/>
    </xsl:call-template>
  </xsl:if>
  <xsl:for-each select="$heads">
    <xsl:apply-templates select="." mode="column">
      <xsl:with-param name="colspan" select="$broad + (position() = 1
          and boolean(../../@type = 'map')) * $first"/>
    </xsl:apply-templates>
  </xsl:for-each>
</xsl:template>

<xsl:template match="*" mode="column">
  <xsl:param name="colspan"/>
  <xsl:apply-templates select="." mode="label">
    <xsl:with-param name="scope" select="'col'"/>
    <xsl:with-param name="colspan" select="$colspan"/>
  </xsl:apply-templates>
</xsl:template>

<!-- What is called as its entry is. -->
<xsl:template match="*[@label-from]" mode="column">
  <xsl:param name="colspan"/>
  <xsl:call-template name="words.label">
    <xsl:with-param name="key" select="'other.value'"/>
    <xsl:with-param name="colspan" select="$colspan"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="*" mode="entry">
  <xsl:param name="depth"/>
  <xsl:param name="count"/>
  <xsl:variable name="map" select="boolean(../@type = 'map')"/>
  <xsl:variable name="broad" select="1 + ($count &lt; 3) + ($count &lt; 2)"/>
  <xsl:variable name="first" select="$most + 1 - $count * $broad"/>
  <row>
    <xsl:if test="not($map)">
      <xsl:call-template name="head">
        <xsl:with-param name="scope" select="'row'"/>
        <xsl:with-param name="colspan" select="$first"/>
        <xsl:with-param name="inline">
          <xsl:apply-templates select="." mode="path"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="descendant::*[../@type = 'object']
        [@type != 'object' and @type != 'map' and @type != 'list']
        [string((ancestor-or-self::*/@printed)[last()]) != 'form']
        [count(ancestor::*[@type = 'list' or @type = 'map']) = $depth]">
      <xsl:apply-templates select="." mode="cell">
        <xsl:with-param name="print" select="@choice"/>
        <xsl:with-param name="colspan" select="$broad
            + (position() = 1 and $map) * $first"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </row>
</xsl:template>

<!-- A place for the name of one more, which is not in the data. -->
<xsl:template match="*" mode="more">
  <row>
    <xsl:call-template name="words.label">
      <xsl:with-param name="key" select="'other.more'"/>
      <xsl:with-param name="colspan" select="3"/>
    </xsl:call-template>
    <cell role="text" colspan="3">
      <value src="{@src}/+" tag="{x:tag(string(@src))}" label="{@label}"
          type="map" state="absent"/>
    </cell>
  </row>
</xsl:template>

<xsl:template match="*" mode="group">
  <row>
    <cell role="group" colspan="{$most + 1}">
      <xsl:apply-templates select="ancestor-or-self::*" mode="path"/>
    </cell>
  </row>
</xsl:template>

<xsl:template match="*" mode="leaf"/>

<xsl:template mode="leaf" match="*[@type != 'object' and @type != 'map']
    [@type != 'list' or not(*)][not(@outline)]
    [not(@formula) and not(@awaited) or @state = 'stated']">
  <xsl:if test="string((ancestor-or-self::*/@printed)[last()]) != 'form'">
    <row>
      <xsl:apply-templates select="." mode="label">
        <xsl:with-param name="stays" select="true()"/>
        <xsl:with-param name="colspan" select="3"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="." mode="cell">
        <xsl:with-param name="print" select="@choice"/>
        <xsl:with-param name="colspan" select="3"/>
      </xsl:apply-templates>
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
