<?xml version="1.0" encoding="UTF-8"?>
<!--
  Values: a leaf of the submission as the inline value of the page model,
  with its origin.  A blank leaf is a value too, an empty one.

  Reads:  leaves and their references, as schemas/common/submission.rng has
          them; their text is what the form prints.
  Needs:  x:tag and x:is-blank (pipeline/4_formulas/exact.c).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:x="urn:jixiao:exact"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="x">

<!-- print: other words for the same value, such as yuan for wan-yuan. -->
<xsl:template match="*[@state]" mode="value">
  <xsl:param name="print"/>
  <value src="{@src}" tag="{x:tag(string(@src))}" label="{@label}"
      type="{@type}" state="{@state}">
    <xsl:copy-of select="@value | @formula"/>
    <xsl:choose>
      <xsl:when test="$print"><xsl:value-of select="$print"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="node()" mode="value"/>
      </xsl:otherwise>
    </xsl:choose>
  </value>
</xsl:template>

</xsl:stylesheet>
