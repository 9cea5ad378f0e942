<?xml version="1.0" encoding="UTF-8"?>
<!--
  Where something stands in an attachment, as a person says it: the row and
  what the schema calls the value; the heading above a paragraph, or how that
  begins, if it is numbered itself; what is quoted there, by its own place.

  Needs:  correction.xsl (correction.word).
  Reads:  place, name, entry (schemas/common/correction.rng); value, row, cell, paragraph, heading, field, title and what is in
          them; words that went are not said.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<!-- Where its own attachment states it. -->
<xsl:key name="place" match="correction/place" use="concat(@kind, ' ', @src)"/>

<xsl:template match="d:value[key('place', concat(ancestor::d:attachment/@kind,
    ' ', @src))]" mode="place" priority="1">
  <xsl:value-of select="key('place', concat(ancestor::d:attachment/@kind,
      ' ', @src))"/>
</xsl:template>

<!-- As another attachment calls what is quoted, and what that one is of, unless
     this one is of the same. -->
<xsl:key name="name" match="correction/name" use="@src"/>

<xsl:template match="d:value" mode="place">
  <xsl:variable name="row">
    <xsl:apply-templates select="ancestor::d:row" mode="place"/>
    <xsl:apply-templates mode="place" select="(ancestor::d:heading |
        ancestor::d:paragraph[parent::d:attachment] | ancestor::d:note)[1]"/>
  </xsl:variable>
  <xsl:if test="string($row) and $row != @label">
    <xsl:value-of select="concat('“', $row, '” ')"/>
  </xsl:if>
  <xsl:variable name="of" select="ancestor::d:attachment/@src"/>
  <xsl:variable name="name" select="key('name', @src)[not(current()/
      ancestor::d:row)]"/>
  <xsl:value-of select="$name/@of[not(string($of)) or not(starts-with(
      current()/@src, concat($of, '/')))]"/>
  <xsl:value-of select="$name"/>
  <xsl:if test="not($name)"><xsl:value-of select="@label"/></xsl:if>
</xsl:template>

<xsl:key name="entry" match="correction/entry" use="@src"/>

<!-- What names it, or else what was filled in first, where that is a name, or
     what the data calls it, or what names it together with the rows above: a cell that is merged with one
     of this row, or the head. -->
<xsl:template match="d:row" mode="place">
  <xsl:variable name="own" select="d:cell[@role = 'label'][string()][
      not(@rowspan)][last()]"/>
  <xsl:variable name="first" select="d:cell[@role = 'text' or @role =
      'figure'][1][@role = 'text'][string-length() &lt;= $place.longest]"/>
  <xsl:variable name="entry" select="key('entry', @src)[1][not($first | $own)]"/>
  <xsl:variable name="unnamed" select="self::*[not($own or $first or $entry)]"/>
  <xsl:variable name="above" select="($unnamed/preceding-sibling::d:row/d:cell[
      @rowspan] | $unnamed/../preceding-sibling::*[1][self::d:head]/d:row/d:cell)[
      @role = 'label'][string()]"/>
  <xsl:value-of select="$entry"/>
  <xsl:apply-templates select="$first | ($own | $above[last()])[
      not($first or $entry)]" mode="kept"/>
</xsl:template>

<!-- Characters of a name. -->
<xsl:variable name="place.longest" select="40"/>

<!-- The heading above, or the one itself. -->
<xsl:template match="d:heading" mode="place">
  <xsl:value-of select="@number"/>
  <xsl:apply-templates select="node()" mode="kept"/>
</xsl:template>

<!-- A numbered paragraph stands beside headings, not under them. -->
<xsl:template match="d:paragraph[@number]" mode="place" priority="1">
  <xsl:variable name="kept"><xsl:apply-templates mode="kept"/></xsl:variable>
  <xsl:variable name="words" select="concat(@number, $kept)"/>
  <xsl:variable name="clause" select="substring-before(translate($words,
      '，。；：！？', '，，，，，，'), '，')"/>
  <xsl:choose>
    <xsl:when test="string($clause) and string-length($clause) &lt;=
        $place.begins">
      <xsl:value-of select="$clause"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:value-of select="substring($words, 1, $place.begins)"/>
      <xsl:if test="string-length($words) &gt; $place.begins">…</xsl:if>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Characters that tell a paragraph from those beside it. -->
<xsl:variable name="place.begins" select="16"/>

<xsl:template match="d:paragraph | d:note" mode="place">
  <xsl:apply-templates mode="place"
      select="preceding-sibling::d:heading[1]"/>
</xsl:template>

<xsl:template match="d:caption" mode="place">
  <xsl:apply-templates mode="place"
      select="../preceding-sibling::d:heading[1]"/>
</xsl:template>

<xsl:template match="*" mode="place"/>

<xsl:template match="@moved" mode="place">
  <xsl:call-template name="correction.word">
    <xsl:with-param name="key" select="'correction.moved'"/>
  </xsl:call-template>
</xsl:template>

<!-- Words without those that went; of what went whole, these. -->
<xsl:template match="d:deleted[not(ancestor::*/@change)]" mode="kept"/>

</xsl:stylesheet>
