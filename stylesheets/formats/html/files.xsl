<?xml version="1.0" encoding="UTF-8"?>
<!--
  The files of a set, an attachment a line, the whole set and the check report
  first.

  Reads:  whole, report, attachment, file of schemas/common/set.rng.
  Needs:  findings.xsl, correction.xsl (mode state), words.xsl (files, whole, report, none, format.*,
          size.*).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:set:1"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="s str">

<xsl:template match="s:set" mode="files">
  <section aria-labelledby="files">
    <h2 id="files">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'files'"/>
      </xsl:call-template>
    </h2>
    <ul class="files">
      <xsl:apply-templates select="s:whole | s:report | s:attachment"/>
    </ul>
  </section>
</xsl:template>

<xsl:template match="s:whole | s:report">
  <li>
    <h3><b><xsl:apply-templates select="." mode="of"/></b></h3>
    <xsl:call-template name="files"/>
  </li>
</xsl:template>

<xsl:template match="s:whole | s:report" mode="of">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="name()"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="s:attachment" mode="of">
  <xsl:value-of select="@id"/>
</xsl:template>

<xsl:template match="s:attachment">
  <li>
    <h3><b><xsl:apply-templates select="." mode="of"/></b><xsl:value-of select="concat(' ', @name)"/></h3>
    <p class="state">
      <xsl:apply-templates select="." mode="state"/>
      <xsl:apply-templates select="key('document', @id)[@kind != 'removed']" mode="state"/>
    </p>
    <xsl:call-template name="files"/>
  </li>
</xsl:template>

<xsl:template name="files">
  <p class="formats">
    <xsl:apply-templates select="*"/>
    <xsl:if test="not(*)">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'none'"/>
      </xsl:call-template>
    </xsl:if>
  </p>
</xsl:template>

<!-- Those who hear links alone hear whose file it is. -->
<xsl:template match="s:file">
  <xsl:variable name="format">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="concat('format.', @format)"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="size"><xsl:apply-templates select="@size"/></xsl:variable>
  <xsl:variable name="of"><xsl:apply-templates select=".." mode="of"/></xsl:variable>
  <a aria-label="{normalize-space(concat($format, ' ', $size, ' ', $of))}">
    <xsl:attribute name="href"><xsl:apply-templates select="." mode="address"/></xsl:attribute>
    <xsl:value-of select="concat($format, ' ')"/>
    <small><xsl:value-of select="$size"/></small>
  </a>
  <xsl:text> </xsl:text>
</xsl:template>

<!-- Beside the index; any character of a name may stand in a file's. -->
<xsl:template match="*[@name]" mode="address">
  <xsl:value-of select="str:encode-uri(@name, true())"/>
</xsl:template>

<xsl:template match="@size">
  <xsl:choose>
    <xsl:when test=". &lt; 1024">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'size.bytes'"/>
        <xsl:with-param name="with" select="string(.)"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test=". &lt; 1048576">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'size.kilobytes'"/>
        <xsl:with-param name="with" select="format-number(. div 1024, '0')"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'size.megabytes'"/>
        <xsl:with-param name="with" select="format-number(. div 1048576, '0.0')"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
