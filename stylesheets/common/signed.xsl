<?xml version="1.0" encoding="UTF-8"?>
<!--
  落款: who says so and when, as GB/T 9704-2012 has it (7.3.5.1): the day four
  characters from the right, the name above the middle of it.  What was not said
  has its label, and room to be written by hand.

  Needs:  nothing.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:jixiao:document:1">

<xsl:variable name="signed.right" select="4"/>
<xsl:variable name="signed.room" select="8"/>

<xsl:template name="signed">
  <xsl:param name="sender"/>    <!-- inline content, or nothing -->
  <xsl:param name="sender.label"/>
  <xsl:param name="date"/>
  <xsl:param name="date.label"/>
  <xsl:variable name="wide">
    <xsl:call-template name="signed.length">
      <xsl:with-param name="words" select="$date"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="name">
    <xsl:call-template name="signed.length">
      <xsl:with-param name="words" select="$sender"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:call-template name="signed.line">
    <xsl:with-param name="words" select="$sender"/>
    <xsl:with-param name="label" select="$sender.label"/>
    <xsl:with-param name="right" select="round($signed.right +
        ($wide - $name) div 2 * boolean(string($date)))"/>
  </xsl:call-template>
  <xsl:call-template name="signed.line">
    <xsl:with-param name="words" select="$date"/>
    <xsl:with-param name="label" select="$date.label"/>
    <xsl:with-param name="right" select="$signed.right"/>
  </xsl:call-template>
</xsl:template>

<!-- In characters; a figure is half of one. -->
<xsl:template name="signed.length">
  <xsl:param name="words"/>
  <xsl:value-of select="(string-length($words) + string-length(
      translate($words, '0123456789', ''))) div 2"/>
</xsl:template>

<xsl:template name="signed.line">
  <xsl:param name="words"/>
  <xsl:param name="label"/>
  <xsl:param name="right"/>
  <xsl:choose>
    <xsl:when test="string($words)">
      <signed right="{$right * ($right &gt; 0)}">
        <xsl:copy-of select="$words"/>
      </signed>
    </xsl:when>
    <xsl:otherwise>
      <signed right="{$signed.right + $signed.room}">
        <xsl:value-of select="concat($label, '：')"/>
      </signed>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
