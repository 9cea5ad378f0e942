<?xml version="1.0" encoding="UTF-8"?>
<!--
  An attachment as a sheet, and the list of all where there are several.

  Reads:  documents, attachment, mark, title, line.
  Needs:  $depth (html.xsl), words.xsl (contents).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<!-- For the screen: paper begins with the first attachment. -->
<xsl:template match="d:documents" mode="contents">
  <header class="contents">
    <h1><xsl:value-of select="@title"/></h1>
    <nav>
      <xsl:attribute name="aria-label">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'contents'"/>
        </xsl:call-template>
      </xsl:attribute>
      <ul><xsl:apply-templates select="*" mode="contents"/></ul>
    </nav>
  </header>
</xsl:template>

<xsl:template match="d:documents[not(d:attachment[2])]" mode="contents"/>

<xsl:template match="d:attachment" mode="contents">
  <li>
    <a>
      <xsl:attribute name="href">
        <xsl:text>#</xsl:text>
        <xsl:apply-templates select="." mode="id"/>
      </xsl:attribute>
      <b><xsl:value-of select="@id"/></b>
      <xsl:value-of select="concat(' ', @name)"/>
    </a>
  </li>
</xsl:template>

<!-- An anchor has no blanks. -->
<xsl:template match="d:attachment" mode="id">
  <xsl:value-of select="translate(@id, ' &#9;&#10;&#13;', '____')"/>
</xsl:template>

<xsl:template match="d:attachment">
  <xsl:variable name="id"><xsl:apply-templates select="." mode="id"/></xsl:variable>
  <article id="{$id}" class="sheet {@orientation}"
      aria-labelledby="{$id}.title" data-src="{@src}">
    <xsl:apply-templates select="*"/>
  </article>
</xsl:template>

<xsl:template match="d:mark">
  <p class="mark">
    <xsl:attribute name="id">
      <xsl:apply-templates select=".." mode="id"/>
      <xsl:text>.mark</xsl:text>
    </xsl:attribute>
    <xsl:apply-templates/>
  </p>
</xsl:template>

<xsl:template match="d:title">
  <xsl:element name="h{1 + $depth}">
    <xsl:attribute name="class">title</xsl:attribute>
    <xsl:attribute name="id">
      <xsl:apply-templates select=".." mode="id"/>
      <xsl:text>.title</xsl:text>
    </xsl:attribute>
    <xsl:apply-templates select="*"/>
  </xsl:element>
</xsl:template>

<xsl:template match="d:line">
  <xsl:if test="preceding-sibling::*"><br/></xsl:if>
  <xsl:apply-templates/>
</xsl:template>

</xsl:stylesheet>
