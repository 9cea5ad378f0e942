<?xml version="1.0" encoding="UTF-8"?>
<!--
  Generated numbers: 一、 （一） 1. （1） ① by depth, then 1） for what lies deeper.

  Standard: GB/T 9704-2012, 7.3.3 for the first four.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="number">
  <xsl:param name="depth"/>
  <xsl:param name="n"/>
  <xsl:variable name="words">
    <xsl:if test="$depth &lt; 3">
      <xsl:call-template name="chinese">
        <xsl:with-param name="n" select="$n"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:variable>
  <xsl:choose>
    <xsl:when test="$depth = 1">
      <xsl:value-of select="concat($words, '、')"/>
    </xsl:when>
    <xsl:when test="$depth = 2">
      <xsl:value-of select="concat('（', $words, '）')"/>
    </xsl:when>
    <xsl:when test="$depth = 3">
      <xsl:value-of select="concat($n, '.')"/>
    </xsl:when>
    <xsl:when test="$depth = 4">
      <xsl:value-of select="concat('（', $n, '）')"/>
    </xsl:when>
    <xsl:when test="$depth = 5">
      <xsl:call-template name="circled">
        <xsl:with-param name="n" select="$n"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="concat($n, '）')"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- 1 to 99999999 as 一, 十二, 二十, 一百零五, 一千零一, 一万零二十: the ten
     thousands, then the four digits below them. -->
<xsl:template name="chinese">
  <xsl:param name="n"/>
  <xsl:variable name="above" select="floor($n div 10000)"/>
  <xsl:variable name="below" select="$n mod 10000"/>
  <xsl:if test="$above">
    <xsl:call-template name="chinese.digits">
      <xsl:with-param name="n" select="$above"/>
    </xsl:call-template>
    <xsl:text>万</xsl:text>
    <xsl:if test="$below and $below &lt; 1000">零</xsl:if>
  </xsl:if>
  <xsl:call-template name="chinese.digits">
    <xsl:with-param name="n" select="$below"/>
    <xsl:with-param name="begins" select="not($above)"/>
  </xsl:call-template>
</xsl:template>

<!-- 0 to 9999, 0 without a word; 十 alone stands only where it begins. -->
<xsl:template name="chinese.digits">
  <xsl:param name="n"/>
  <xsl:param name="begins" select="true()"/>
  <xsl:variable name="digits" select="'一二三四五六七八九'"/>
  <xsl:variable name="thousands" select="floor($n div 1000)"/>
  <xsl:variable name="hundreds" select="floor($n div 100) mod 10"/>
  <xsl:variable name="tens" select="floor($n div 10) mod 10"/>
  <xsl:variable name="ones" select="$n mod 10"/>
  <xsl:if test="$thousands">
    <xsl:value-of select="concat(substring($digits, $thousands, 1), '千')"/>
    <xsl:if test="not($hundreds) and ($tens or $ones)">零</xsl:if>
  </xsl:if>
  <xsl:if test="$hundreds">
    <xsl:value-of select="concat(substring($digits, $hundreds, 1), '百')"/>
    <xsl:if test="not($tens) and $ones">零</xsl:if>
  </xsl:if>
  <xsl:if test="$tens">
    <xsl:if test="not($begins) or $n &gt;= 20">
      <xsl:value-of select="substring($digits, $tens, 1)"/>
    </xsl:if>
    <xsl:text>十</xsl:text>
  </xsl:if>
  <xsl:value-of select="substring($digits, $ones, 1)"/>
</xsl:template>

<!-- 1 to 50 have a character of their own in Unicode. -->
<xsl:template name="circled">
  <xsl:param name="n"/>
  <xsl:variable name="circles" select="concat('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
      '㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿')"/>
  <xsl:choose>
    <xsl:when test="$n &lt;= 50">
      <xsl:value-of select="substring($circles, $n, 1)"/>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="concat('〔', $n, '〕')"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
