<?xml version="1.0" encoding="UTF-8"?>
<!--
  Faults of a Word document as Flat OPC, one a line; nothing where all is well.

  Reads:  the package, and the page model that it was made of.
  Param:  model, the page model's URI; only, the id of the one attachment that
          was made.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:v="urn:jixiao:values:1"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:rel="http://schemas.openxmlformats.org/package/2006/relationships"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">

<xsl:output method="text" encoding="UTF-8"/>

<xsl:param name="model"/>
<xsl:param name="only"/>

<xsl:variable name="attachments" select="document($model)/*/d:attachment
    [not($only) or @id = $only]"/>
<!-- A form's caption is not printed. -->
<xsl:variable name="values" select="$attachments//d:value
    [not(ancestor::d:table/@role = 'form' and ancestor::d:caption)]"/>
<xsl:variable name="body"
    select="//pkg:part[@pkg:name = '/word/document.xml']//w:body"/>
<xsl:variable name="controls" select="$body//w:sdt"/>

<xsl:key name="control" match="w:sdt" use="w:sdtPr/w:tag/@w:val"/>
<xsl:key name="control-id" match="w:sdt" use="w:sdtPr/w:id/@w:val"/>
<xsl:key name="entry" match="v:value" use="@tag"/>
<xsl:key name="bookmark" match="w:bookmarkStart" use="@w:name"/>
<xsl:key name="bookmark-entry" match="v:control" use="@bookmark"/>
<xsl:key name="style" match="w:style" use="@w:styleId"/>
<xsl:key name="part" match="pkg:part" use="@pkg:name"/>
<xsl:key name="relation" match="rel:Relationship" use="@Id"/>

<xsl:template match="/">
  <xsl:call-template name="controls"/>
  <xsl:apply-templates select="$controls | //v:value"/>
  <xsl:call-template name="merged"/>
  <xsl:apply-templates select="$body//w:tbl"/>
  <xsl:apply-templates select="//w:pStyle"/>
  <xsl:apply-templates select="//rel:Relationship"/>
  <xsl:call-template name="sections"/>
  <xsl:call-template name="outline"/>
  <xsl:call-template name="last-rows"/>
</xsl:template>

<!-- Every value is a control, and in the same order. -->
<xsl:template name="controls">
  <xsl:variable name="made">
    <xsl:for-each select="$controls">
      <xsl:value-of select="concat(w:sdtPr/w:tag/@w:val, ' ')"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="wanted">
    <xsl:for-each select="$values">
      <xsl:value-of select="concat(@tag, ' ')"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:if test="string($made) != string($wanted)">
    <xsl:value-of select="concat(count($controls), ' controls of ',
        count($values), ' values, or not in their order&#10;')"/>
  </xsl:if>
</xsl:template>

<xsl:template match="w:sdt">
  <xsl:variable name="tag" select="w:sdtPr/w:tag/@w:val"/>
  <xsl:if test="count(key('entry', $tag)) != 1">
    <xsl:value-of select="concat('tag ', $tag, ' stands ',
        count(key('entry', $tag)), ' times in the custom part&#10;')"/>
  </xsl:if>
  <xsl:if test="count(key('control-id', w:sdtPr/w:id/@w:val)) != 1
      or not(w:sdtPr/w:id/@w:val &gt; 0
      and w:sdtPr/w:id/@w:val &lt;= 2147483647)">
    <xsl:value-of select="concat('id ', w:sdtPr/w:id/@w:val,
        ' is used twice or out of range&#10;')"/>
  </xsl:if>
  <xsl:if test="string-length($tag) &gt; 64
      or string-length(w:sdtPr/w:alias/@w:val) &gt; 64">
    <xsl:value-of select="concat('tag or alias too long: ', $tag, '&#10;')"/>
  </xsl:if>
  <xsl:if test="w:sdtPr/w:text">
    <xsl:value-of select="concat('plain control: ', $tag, '&#10;')"/>
  </xsl:if>
  <xsl:call-template name="bookmark">
    <xsl:with-param name="tag" select="$tag"/>
  </xsl:call-template>
</xsl:template>

<!-- A bookmark of its own begins right before a control and ends right behind
     it, and the custom part says whose it is. -->
<xsl:template name="bookmark">
  <xsl:param name="tag"/>
  <xsl:variable name="begin"
      select="preceding-sibling::*[1][self::w:bookmarkStart]"/>
  <xsl:variable name="end"
      select="following-sibling::*[1][self::w:bookmarkEnd]"/>
  <xsl:variable name="name" select="string($begin/@w:name)"/>
  <xsl:variable name="entry" select="key('bookmark-entry', $name)"/>
  <xsl:if test="not($begin/@w:id = $end/@w:id)">
    <xsl:value-of select="concat('no bookmark around ', $tag, '&#10;')"/>
  </xsl:if>
  <xsl:if test="count(key('bookmark', $name)) != 1
      or string-length($name) &gt; 40
      or not(contains($letters, substring($name, 1, 1)))">
    <xsl:value-of select="concat('bookmark named ', $name, '&#10;')"/>
  </xsl:if>
  <xsl:if test="count($entry) != 1 or $entry/../@tag != $tag
      or $name != concat('v_', $tag, '_', $entry/@occurrence)">
    <xsl:value-of select="concat('bookmark ', $name,
        ' is not that of its tag in the custom part&#10;')"/>
  </xsl:if>
</xsl:template>

<xsl:variable name="letters" select="'abcdefghijklmnopqrstuvwxyz'"/>

<!-- What the custom part says of a tag is what the page model says. -->
<xsl:template match="v:value">
  <xsl:variable name="value" select="$values[@tag = current()/@tag][1]"/>
  <xsl:if test="not(key('control', @tag))">
    <xsl:value-of select="concat('no control for tag ', @tag, '&#10;')"/>
  </xsl:if>
  <xsl:if test="not($value/@src = @src and $value/@type = @type
      and $value/@state = @state
      and string($value/@value) = string(@value)
      and string($value/@formula) = string(@formula))">
    <xsl:value-of select="concat('custom part differs for ', @src, '&#10;')"/>
  </xsl:if>
  <xsl:if test="not(@value) and translate(., '&#10;', '') != $value">
    <xsl:value-of select="concat('custom part has another text for ', @src,
        '&#10;')"/>
  </xsl:if>
</xsl:template>

<!-- A cell of several rows is continued in all of them. -->
<xsl:template name="merged">
  <xsl:variable name="made"
      select="count($body//w:vMerge[not(@w:val = 'restart')])"/>
  <xsl:variable name="cells" select="$attachments//d:cell[@rowspan]"/>
  <xsl:variable name="wanted"
      select="sum($cells/@rowspan) - count($cells)"/>
  <xsl:if test="$made != $wanted">
    <xsl:value-of select="concat($made, ' cells are continued, not ', $wanted,
        '&#10;')"/>
  </xsl:if>
</xsl:template>

<!-- All rows have all columns; a cell that continues one lies right under it. -->
<xsl:template match="w:tbl">
  <xsl:variable name="columns" select="count(w:tblGrid/w:gridCol)"/>
  <xsl:variable name="table" select="count(preceding::w:tbl) + 1"/>
  <xsl:for-each select="w:tr">
    <xsl:variable name="spans" select="w:tc/w:tcPr/w:gridSpan"/>
    <xsl:if test="count(w:tc) - count($spans) + sum($spans/@w:val) != $columns">
      <xsl:value-of select="concat('table ', $table, ', row ', position(),
          ' does not have ', $columns, ' columns&#10;')"/>
    </xsl:if>
  </xsl:for-each>
  <xsl:apply-templates select="w:tr/w:tc">
    <xsl:with-param name="table" select="$table"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="w:tc">
  <xsl:param name="table"/>
  <xsl:variable name="row" select="count(../preceding-sibling::w:tr) + 1"/>
  <xsl:variable name="begin"><xsl:call-template name="begin"/></xsl:variable>
  <xsl:variable name="span"
      select="sum(w:tcPr/w:gridSpan/@w:val) + not(w:tcPr/w:gridSpan)"/>
  <xsl:variable name="width" select="sum(../../w:tblGrid/w:gridCol
      [position() &gt;= $begin and position() &lt; $begin + $span]/@w:w)"/>
  <xsl:variable name="difference" select="w:tcPr/w:tcW/@w:w - $width"/>
  <xsl:if test="$difference * $difference &gt; 81">
    <xsl:value-of select="concat('table ', $table, ', row ', $row, ', column ',
        $begin, ': ', w:tcPr/w:tcW/@w:w, ' wide, its columns ', $width,
        '&#10;')"/>
  </xsl:if>
  <xsl:if test="not(*[last()][self::w:p])">
    <xsl:value-of select="concat('table ', $table, ', row ', $row,
        ': a cell does not end in a paragraph&#10;')"/>
  </xsl:if>
  <xsl:if test="w:tcPr/w:vMerge[not(@w:val = 'restart')]">
    <xsl:variable name="above">
      <xsl:for-each select="../preceding-sibling::w:tr[1]/w:tc
          [w:tcPr/w:vMerge]
          [sum(w:tcPr/w:gridSpan/@w:val) + not(w:tcPr/w:gridSpan) = $span]">
        <xsl:variable name="there"><xsl:call-template name="begin"/></xsl:variable>
        <xsl:if test="$there = $begin">x</xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$above != 'x'">
      <xsl:value-of select="concat('table ', $table, ', row ', $row,
          ', column ', $begin, ': continues no cell above&#10;')"/>
    </xsl:if>
  </xsl:if>
</xsl:template>

<!-- The first column of a cell. -->
<xsl:template name="begin">
  <xsl:variable name="before" select="preceding-sibling::w:tc"/>
  <xsl:value-of select="1 + count($before[not(w:tcPr/w:gridSpan)]) +
      sum($before/w:tcPr/w:gridSpan/@w:val)"/>
</xsl:template>

<xsl:template match="w:pStyle">
  <xsl:if test="count(key('style', @w:val)) != 1">
    <xsl:value-of select="concat('no style ', @w:val, '&#10;')"/>
  </xsl:if>
</xsl:template>

<xsl:template match="rel:Relationship">
  <xsl:variable name="folder" select="substring-before(
      ancestor::pkg:part/@pkg:name, '/_rels/')"/>
  <xsl:variable name="name">
    <xsl:choose>
      <xsl:when test="starts-with(@Target, '../')">
        <xsl:value-of select="substring(@Target, 3)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($folder, '/', @Target)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:if test="not(key('part', $name))">
    <xsl:value-of select="concat('no part ', $name, '&#10;')"/>
  </xsl:if>
</xsl:template>

<!-- A section for an attachment: A4 upright or turned, and a page number for
     odd pages at the right and for even ones at the left. -->
<xsl:template name="sections">
  <xsl:variable name="sections" select="$body//w:sectPr"/>
  <xsl:if test="count($sections) != count($attachments)">
    <xsl:value-of select="concat(count($sections), ' sections of ',
        count($attachments), ' attachments&#10;')"/>
  </xsl:if>
  <xsl:if test="count(//w:settings/w:evenAndOddHeaders) != 1">
    <xsl:text>odd and even pages have one footer&#10;</xsl:text>
  </xsl:if>
  <xsl:for-each select="$sections">
    <xsl:variable name="attachment" select="position()"/>
    <xsl:variable name="size"
        select="concat(w:pgSz/@w:w, ' ', w:pgSz/@w:h, ' ', w:pgSz/@w:orient)"/>
    <xsl:if test="$size != '11906 16838 '
        and $size != '16838 11906 landscape'">
      <xsl:value-of select="concat('page of ', $size, '&#10;')"/>
    </xsl:if>
    <xsl:if test="(w:pgSz/@w:orient = 'landscape') !=
        ($attachments[$attachment]/@orientation = 'landscape')">
      <xsl:value-of select="concat('section ', $attachment,
          ' is turned the wrong way&#10;')"/>
    </xsl:if>
    <xsl:call-template name="footer">
      <xsl:with-param name="type" select="'default'"/>
      <xsl:with-param name="side" select="'right'"/>
    </xsl:call-template>
    <xsl:call-template name="footer">
      <xsl:with-param name="type" select="'even'"/>
      <xsl:with-param name="side" select="'left'"/>
    </xsl:call-template>
  </xsl:for-each>
</xsl:template>

<xsl:template name="footer">
  <xsl:param name="type"/>
  <xsl:param name="side"/>
  <xsl:variable name="relation" select="//pkg:part
      [@pkg:name = '/word/_rels/document.xml.rels']//rel:Relationship
      [@Id = current()/w:footerReference[@w:type = $type]/@r:id]"/>
  <xsl:variable name="number" select="key('part',
      concat('/word/', $relation/@Target))//w:p[w:r/w:instrText]"/>
  <xsl:if test="count($number) != 1 or $number/w:pPr/w:jc/@w:val != $side">
    <xsl:value-of select="concat('no page number at the ', $side,
        ' for pages of type ', $type, '&#10;')"/>
  </xsl:if>
</xsl:template>

<!-- A table's last row is not alone on a page, unless the one before it may be
     split or stands with heads of columns. -->
<xsl:template name="last-rows">
  <xsl:for-each select="$body/w:tbl[not(following-sibling::*[1]/w:pPr/w:shd)]
      /w:tr[last() - 1][w:trPr/w:cantSplit]
      [preceding-sibling::w:tr[1][not(w:tc/w:p/w:pPr/w:pStyle/@w:val = 'Header')]]
      [preceding-sibling::w:tr[2][not(w:tc/w:p/w:pPr/w:pStyle/@w:val = 'Header')]]
      [w:tc/w:p/w:pPr[not(w:keepNext)]]">
    <xsl:value-of select="concat('the last row of table ',
        count(../preceding-sibling::w:tbl) + 1, ' may stand alone&#10;')"/>
  </xsl:for-each>
</xsl:template>

<!-- Headings stand in the outline, each at its level. -->
<xsl:template name="outline">
  <xsl:for-each select="//w:style[starts-with(@w:styleId, 'Heading')]">
    <xsl:if test="w:pPr/w:outlineLvl/@w:val + 1 !=
        substring-after(@w:styleId, 'Heading')">
      <xsl:value-of select="concat(@w:styleId, ' has no level&#10;')"/>
    </xsl:if>
    <xsl:if test="not(w:pPr/w:keepNext)">
      <xsl:value-of select="concat(@w:styleId, ' may stand alone&#10;')"/>
    </xsl:if>
  </xsl:for-each>
  <xsl:variable name="made">
    <xsl:for-each select="$body/w:p/w:pPr/w:pStyle[starts-with(@w:val, 'Heading')]">
      <xsl:value-of select="substring-after(@w:val, 'Heading')"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="wanted">
    <xsl:for-each select="$attachments/d:heading">
      <xsl:value-of select="@level"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:if test="string($made) != string($wanted)">
    <xsl:text>headings are lost or have other levels&#10;</xsl:text>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
