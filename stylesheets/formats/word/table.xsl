<?xml version="1.0" encoding="UTF-8"?>
<!--
  Tables.  Where the page model leaves a covered place out, Word wants a cell
  that continues the one above (w:vMerge).  A row is laid out first as a list
  of places, "COLUMN/SPAN/LEFT/CELL": the place's first column, the columns it
  spans, the rows below that it still covers, and the number of its cell in
  the row, 0 where it continues one.  What is left over opens the next row.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:str="http://exslt.org/strings"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="d str">

<xsl:template match="d:table">
  <xsl:if test="@role = 'text'">
    <w:p>
      <w:pPr><w:pStyle w:val="Caption"/></w:pPr>
      <xsl:apply-templates select="d:caption/node()"/>
    </w:p>
  </xsl:if>
  <w:tbl>
    <w:tblPr>
      <w:tblW w:w="{round(sum(d:columns/d:column/@width) * $twips-per-mm)}" w:type="dxa"/>
      <w:jc w:val="center"/>
      <w:tblBorders>
        <xsl:call-template name="borders"/>
      </w:tblBorders>
      <w:tblLayout w:type="fixed"/>
      <w:tblCellMar>
        <w:top w:w="{round($table/@padding-above * $twips-per-mm)}" w:type="dxa"/>
        <w:left w:w="{round($table/@padding-side * $twips-per-mm)}" w:type="dxa"/>
        <w:bottom w:w="{round($table/@padding-below * $twips-per-mm)}" w:type="dxa"/>
        <w:right w:w="{round($table/@padding-side * $twips-per-mm)}" w:type="dxa"/>
      </w:tblCellMar>
      <w:tblCaption w:val="{d:caption}"/>
    </w:tblPr>
    <w:tblGrid>
      <xsl:for-each select="d:columns/d:column">
        <w:gridCol w:w="{round(@width * $twips-per-mm)}"/>
      </xsl:for-each>
    </w:tblGrid>
    <xsl:apply-templates select="d:head/d:row[1] | d:body/d:row[1]"/>
  </w:tbl>
</xsl:template>

<xsl:template match="d:columns | d:caption"/>

<!-- Eighths of a point. -->
<xsl:template name="borders">
  <xsl:variable name="size" select="8 * $table/@line"/>
  <w:top w:val="single" w:sz="{$size}" w:space="0" w:color="auto"/>
  <w:left w:val="single" w:sz="{$size}" w:space="0" w:color="auto"/>
  <w:bottom w:val="single" w:sz="{$size}" w:space="0" w:color="auto"/>
  <w:right w:val="single" w:sz="{$size}" w:space="0" w:color="auto"/>
  <w:insideH w:val="single" w:sz="{$size}" w:space="0" w:color="auto"/>
  <w:insideV w:val="single" w:sz="{$size}" w:space="0" w:color="auto"/>
</xsl:template>

<!-- A row, and then the one below it, which `above` reaches into. -->
<xsl:template match="d:row">
  <xsl:param name="above"/>
  <xsl:variable name="row" select="."/>
  <xsl:variable name="columns" select="../../d:columns/d:column"/>
  <xsl:variable name="layout">
    <xsl:call-template name="lay-out">
      <xsl:with-param name="above" select="$above"/>
      <xsl:with-param name="columns" select="count($columns)"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="places" select="str:tokenize($layout, ' ')"/>
  <w:tr>
    <w:trPr>
      <w:cantSplit/>
      <xsl:if test="parent::d:head"><w:tblHeader/></xsl:if>
    </w:trPr>
    <xsl:for-each select="$places">
      <xsl:variable name="fields" select="str:tokenize(., '/')"/>
      <xsl:variable name="place" select="."/>
      <xsl:for-each select="$row">
        <xsl:call-template name="place">
          <xsl:with-param name="fields" select="$fields"/>
          <xsl:with-param name="columns" select="$columns"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </w:tr>
  <xsl:apply-templates select="following-sibling::d:row[1]">
    <xsl:with-param name="above">
      <xsl:for-each select="$places">
        <xsl:variable name="fields" select="str:tokenize(., '/')"/>
        <xsl:if test="$fields[3] &gt; 0">
          <xsl:value-of select="concat(' ', $fields[1], '/', $fields[2], '/', $fields[3], ' ')"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:apply-templates>
</xsl:template>

<!-- The places of the row from a column on. -->
<xsl:template name="lay-out">
  <xsl:param name="above"/>
  <xsl:param name="columns"/>
  <xsl:param name="column" select="1"/>
  <xsl:param name="cell" select="1"/>
  <xsl:variable name="covered" select="substring-before(
      substring-after($above, concat(' ', $column, '/')), ' ')"/>
  <xsl:variable name="next" select="d:cell[$cell]"/>
  <xsl:variable name="span">
    <xsl:choose>
      <xsl:when test="$covered"><xsl:value-of select="substring-before($covered, '/')"/></xsl:when>
      <xsl:when test="$next/@colspan"><xsl:value-of select="$next/@colspan"/></xsl:when>
      <xsl:otherwise>1</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:if test="$column &lt;= $columns and ($covered or $next)">
    <xsl:value-of select="concat($column, '/', $span, '/')"/>
    <xsl:choose>
      <xsl:when test="$covered">
        <xsl:value-of select="concat(substring-after($covered, '/') - 1, '/0 ')"/>
      </xsl:when>
      <xsl:when test="$next/@rowspan">
        <xsl:value-of select="concat($next/@rowspan - 1, '/', $cell, ' ')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('0/', $cell, ' ')"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="lay-out">
      <xsl:with-param name="above" select="$above"/>
      <xsl:with-param name="columns" select="$columns"/>
      <xsl:with-param name="column" select="$column + $span"/>
      <xsl:with-param name="cell" select="$cell + not($covered)"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- A place of a row as a cell. -->
<xsl:template name="place">
  <xsl:param name="fields"/>
  <xsl:param name="columns"/>
  <xsl:variable name="column" select="number($fields[1])"/>
  <xsl:variable name="span" select="number($fields[2])"/>
  <xsl:variable name="number" select="number($fields[4])"/>
  <w:tc>
    <w:tcPr>
      <w:tcW w:w="{round(sum($columns[position() &gt;= $column and position() &lt; $column + $span]/@width) * $twips-per-mm)}" w:type="dxa"/>
      <xsl:if test="$span &gt; 1"><w:gridSpan w:val="{$span}"/></xsl:if>
      <xsl:choose>
        <xsl:when test="$number = 0"><w:vMerge/></xsl:when>
        <xsl:when test="$fields[3] &gt; 0"><w:vMerge w:val="restart"/></xsl:when>
      </xsl:choose>
      <w:vAlign w:val="center"/>
    </w:tcPr>
    <xsl:choose>
      <xsl:when test="$number = 0">
        <w:p><w:pPr><w:pStyle w:val="Blank"/></w:pPr></w:p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="d:cell[$number]"/>
      </xsl:otherwise>
    </xsl:choose>
  </w:tc>
</xsl:template>

<xsl:template match="d:cell">
  <w:p>
    <xsl:apply-templates select="." mode="paragraph"/>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<xsl:template match="d:cell[d:paragraph]">
  <xsl:apply-templates select="d:paragraph"/>
</xsl:template>

<xsl:template match="d:cell/d:paragraph">
  <w:p>
    <xsl:apply-templates select=".." mode="paragraph"/>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<!-- Column heads stay with the row below, the last row with the notes. -->
<xsl:template match="d:cell" mode="paragraph">
  <w:pPr>
    <xsl:apply-templates select="@role" mode="style"/>
    <xsl:if test="../d:cell[@role = 'header'] or not(../following-sibling::*)"><w:keepNext/></xsl:if>
    <xsl:if test="@indent">
      <w:ind w:leftChars="{100 * @indent}" w:left="{round(20 * @indent * $roles[@name = 'label']/@size)}"/>
      <w:jc w:val="left"/>
    </xsl:if>
  </w:pPr>
</xsl:template>

<xsl:template match="@role" mode="style">
  <w:pStyle>
    <xsl:attribute name="w:val">
      <xsl:apply-templates select="$roles[@name = current()]" mode="style-id"/>
    </xsl:attribute>
  </w:pStyle>
</xsl:template>

</xsl:stylesheet>
