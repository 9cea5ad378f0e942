<?xml version="1.0" encoding="UTF-8"?>
<!--
  What came and what went: ins and del, with words for those who hear the page,
  whose programs pass over the elements alone.  Those who see it need no colour
  to tell one from the other, on a screen or on paper (page.css.xml).

  Reads:  inserted, deleted; @changed of documents; @change of signatures;
          @moved of what they are in.
  Needs:  words.xsl (said.inserted, said.deleted, the same with said.moved,
          said.end).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<xsl:template match="d:inserted">
  <ins><xsl:call-template name="change"/></ins>
</xsl:template>

<xsl:template match="d:deleted">
  <del><xsl:call-template name="change"/></del>
</xsl:template>

<xsl:template name="change">
  <xsl:apply-templates select="/*/@changed"/>
  <span class="said">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="concat('said.', substring('moved.',
          1, 6 * boolean(ancestor::*/@moved)), local-name())"/>
    </xsl:call-template>
  </span>
  <xsl:apply-templates/>
  <span class="said">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'said.end'"/>
    </xsl:call-template>
  </span>
</xsl:template>

<xsl:template match="@changed">
  <xsl:attribute name="datetime"><xsl:value-of select="."/></xsl:attribute>
</xsl:template>

<!-- The labels of a line of signatures that comes or goes. -->
<xsl:template match="d:signatures[@change = 'inserted']/d:field/@label">
  <ins><xsl:value-of select="concat(., '：')"/></ins>
</xsl:template>
<xsl:template match="d:signatures[@change = 'deleted']/d:field/@label">
  <del><xsl:value-of select="concat(., '：')"/></del>
</xsl:template>

</xsl:stylesheet>
