<?xml version="1.0" encoding="UTF-8"?>
<!--
  Lengths in Word's units: twips (1/20 pt), and half-points for type,
  hundredths of a character for indents, eighths of a point for lines.

  Reads:  common/typography.xml.
  Gives:  $page, $roles, $shaded, $faces, and lengths of page, grid and tables.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="typography"
    select="document('../../common/typography.xml')/typography"/>
<xsl:variable name="page" select="$typography/page"/>
<xsl:variable name="faces" select="$typography/faces/face"/>
<xsl:variable name="roles" select="$typography/roles/role"/>
<xsl:variable name="shaded" select="$roles[@shade]"/>
<xsl:variable name="table" select="$typography/table"/>

<xsl:variable name="twips-per-mm" select="1440 div 25.4"/>

<xsl:variable name="page.width" select="round($page/@width * $twips-per-mm)"/>
<xsl:variable name="page.height" select="round($page/@height * $twips-per-mm)"/>
<xsl:variable name="page.top" select="round($page/@top * $twips-per-mm)"/>
<xsl:variable name="page.right" select="round($page/@right * $twips-per-mm)"/>
<xsl:variable name="page.bottom" select="round($page/@bottom * $twips-per-mm)"/>
<xsl:variable name="page.left" select="round($page/@left * $twips-per-mm)"/>
<xsl:variable name="text.width" select="$page.width - $page.left - $page.right"/>
<xsl:variable name="text.height" select="$page.height - $page.top - $page.bottom"/>

<!-- The grid: whole lines must fit, so the pitch is rounded down. -->
<xsl:variable name="grid.line" select="floor($text.height div $page/@lines)"/>
<xsl:variable name="body.size" select="$roles[@name = 'paragraph']/@size"/>
<!-- 1/4096 pt added to every character (ISO/IEC 29500-1, 17.6.5). -->
<xsl:variable name="grid.character" select="round(4096 *
    ($text.width div 20 div $page/@characters - $body.size))"/>

<!-- The same pitch without the grid, in twips and so close that the line's
     characters fit: LibreOffice 7.4 gives a character that is wider than its
     cell of the grid two cells, so the text itself is set off the grid and
     lands where the grid would have it, in every program.  One twip more, for
     LibreOffice rounds characters up by as much. -->
<xsl:variable name="body.spacing"
    select="floor(($page/@character-pitch - $body.size) * 20) - 1"/>

<!-- Between a cell's line and its words. -->
<xsl:variable name="padding.side"
    select="round($table/@padding-side * $twips-per-mm)"/>

<!-- Of cells with figures. -->
<xsl:variable name="narrowed"
    select="$roles[@name = 'text' or @name = 'figure']"/>
<xsl:variable name="text.size" select="$roles[@name = 'text']/@size"/>
<xsl:variable name="figure.size" select="$roles[@name = 'figure']/@size"/>
<xsl:variable name="label.size" select="$roles[@name = 'label']/@size"/>

</xsl:stylesheet>
