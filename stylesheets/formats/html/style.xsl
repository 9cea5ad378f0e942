<?xml version="1.0" encoding="UTF-8"?>
<!--
  The CSS of attachments: paper and roles from common/typography.xml, each role
  a class of its name, the rest from page.css.xml.

  Standard: GB/T 9704-2012, 5 and 7.5.
  Reads:    common/typography.xml, html/page.css.xml.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:str="http://exslt.org/strings"
    exclude-result-prefixes="str">

<xsl:variable name="typography"
    select="document('../../common/typography.xml')/typography"/>

<xsl:template name="style">
  <style>
    <xsl:apply-templates select="$typography/page" mode="css"/>
    <xsl:apply-templates select="$typography/faces/face" mode="css"/>
    <xsl:apply-templates select="$typography/roles/role" mode="css"/>
    <xsl:value-of select="document('page.css.xml')/css"/>
  </style>
  <!-- Numbers of turned pages run along the edge.  A sheet of its own, for the
       Nu HTML checker takes writing-mode on a page's margin for an error. -->
  <link rel="stylesheet">
    <xsl:attribute name="href">
      <xsl:text>data:text/css,</xsl:text>
      <xsl:value-of select="str:encode-uri(concat('@page landscape{',
          '@left-top{writing-mode:vertical-rl}',
          '@left-bottom{writing-mode:vertical-rl}}'), true())"/>
    </xsl:attribute>
  </link>
</xsl:template>

<!-- A turned page is an upright one seen from its left edge: its margins turn
     with it, and its number stays at the same corner of the paper. -->
<xsl:template match="page" mode="css">
  <xsl:variable name="wide" select="@width - @left - @right"/>
  <xsl:variable name="high" select="@height - @top - @bottom"/>
  <xsl:value-of select="concat('&#10;',
      '@page portrait { size: ', @width, 'mm ', @height, 'mm; margin: ',
      @top, 'mm ', @right, 'mm ', @bottom, 'mm ', @left, 'mm }&#10;',
      '@page landscape { size: ', @height, 'mm ', @width, 'mm; margin: ',
      @left, 'mm ', @top, 'mm ', @right, 'mm ', @bottom, 'mm }&#10;')"/>
  <xsl:call-template name="page-number">
    <xsl:with-param name="page" select="'portrait:right'"/>
    <xsl:with-param name="box" select="'bottom-right'"/>
    <xsl:with-param name="place" select="concat('padding: ', @number-below,
        'mm 1em 0 0; text-align: right')"/>
  </xsl:call-template>
  <xsl:call-template name="page-number">
    <xsl:with-param name="page" select="'portrait:left'"/>
    <xsl:with-param name="box" select="'bottom-left'"/>
    <xsl:with-param name="place" select="concat('padding: ', @number-below,
        'mm 0 0 1em; text-align: left')"/>
  </xsl:call-template>
  <xsl:call-template name="page-number">
    <xsl:with-param name="page" select="'landscape:right'"/>
    <xsl:with-param name="box" select="'left-bottom'"/>
    <xsl:with-param name="place" select="concat('padding: 0 ', @number-below,
        'mm 1em 0; text-align: right')"/>
  </xsl:call-template>
  <xsl:call-template name="page-number">
    <xsl:with-param name="page" select="'landscape:left'"/>
    <xsl:with-param name="box" select="'left-top'"/>
    <xsl:with-param name="place" select="concat('padding: 1em ', @number-below,
        'mm 0 0; text-align: left')"/>
  </xsl:call-template>
  <xsl:value-of select="concat(':root {',
      ' --page-width: ', @width, 'mm; --page-height: ', @height, 'mm;',
      ' --page-top: ', @top, 'mm; --page-right: ', @right, 'mm;',
      ' --page-bottom: ', @bottom, 'mm; --page-left: ', @left, 'mm;',
      ' --text-width: ', $wide, 'mm; --text-height: ', $high, 'mm;',
      ' --rule: ', ../table/@line, 'pt solid #000;',
      ' --cell: ', ../table/@padding-above, 'mm ', ../table/@padding-side, 'mm ',
      ../table/@padding-below, 'mm;',
      ' --cell-side: ', ../table/@padding-side, 'mm;',
      ' }&#10;')"/>
</xsl:template>

<!-- Odd pages are right ones. -->
<xsl:template name="page-number">
  <xsl:param name="page"/>
  <xsl:param name="box"/>
  <xsl:param name="place"/>
  <xsl:value-of select="concat('@page ', $page, ' { @', $box, ' { content: &quot;',
      @number-before, '&quot; counter(page) &quot;', @number-after,
      '&quot;; vertical-align: top; ', $place, '; ')"/>
  <xsl:apply-templates select="../roles/role[@name = 'page-number']" mode="font"/>
  <xsl:text> } }&#10;</xsl:text>
</xsl:template>

<!-- The Latin face, for letters and figures alone: it would take Chinese
     quotation marks and dashes too.  Liberation Serif has the same widths. -->
<xsl:template match="face" mode="css">
  <xsl:value-of select="concat('@font-face { font-family: &quot;', @name,
      ' latin&quot;; src: local(&quot;', @latin, '&quot;), ',
      'local(&quot;Liberation Serif&quot;); unicode-range: U+20-7E, U+B2 }&#10;')"/>
</xsl:template>

<!-- On the grid, characters stand at its pitch and indents are multiples. -->
<xsl:template match="role" mode="css">
  <xsl:variable name="page" select="$typography/page"/>
  <xsl:variable name="pitch">
    <xsl:choose>
      <xsl:when test="@line = $page/@line-pitch">
        <xsl:value-of select="$page/@character-pitch"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@size"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:value-of select="concat('.', @name, ' { ')"/>
  <xsl:apply-templates select="." mode="font"/>
  <xsl:if test="$pitch != @size">
    <xsl:value-of select="concat('; letter-spacing: ',
        format-number($pitch - @size, '0.##'), 'pt')"/>
  </xsl:if>
  <xsl:if test="@indent">
    <xsl:value-of select="concat('; text-indent: ',
        format-number(@indent * $pitch div @size, '0.###'), 'em')"/>
  </xsl:if>
  <xsl:apply-templates select="@align | @before | @after | @shade" mode="css"/>
  <xsl:text> }&#10;</xsl:text>
</xsl:template>

<xsl:template match="role" mode="font">
  <xsl:variable name="face" select="$typography/faces/face[@name = current()/@face]"/>
  <xsl:value-of select="concat('font: ', @size, 'pt/', @line, 'pt &quot;',
      $face/@name, ' latin&quot;, ')"/>
  <xsl:for-each select="$face/font">
    <xsl:value-of select="concat('&quot;', ., '&quot;, ')"/>
  </xsl:for-each>
  <xsl:value-of select="$face/@generic"/>
</xsl:template>

<xsl:template match="@align" mode="css">
  <xsl:value-of select="concat('; text-align: ', .)"/>
</xsl:template>
<xsl:template match="@before" mode="css">
  <xsl:value-of select="concat('; margin-top: ', ., 'pt')"/>
</xsl:template>
<xsl:template match="@shade" mode="css">
  <xsl:value-of select="concat('; background: #', .,
      '; print-color-adjust: exact')"/>
</xsl:template>
<xsl:template match="@after" mode="css">
  <xsl:value-of select="concat('; margin-bottom: ', ., 'pt')"/>
</xsl:template>

</xsl:stylesheet>
