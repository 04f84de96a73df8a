<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:err="http://www.w3.org/2005/xqt-errors">
  <xsl:output method="text"/>
  <xsl:template match="/books">
    <xsl:for-each select="book">
      <xsl:try>
        <xsl:value-of select="xs:integer(@price) * 2, '&#10;'" xmlns:xs="http://www.w3.org/2001/XMLSchema"/>
        <xsl:catch><xsl:message select="'ERROR', string($err:code), $err:description, 'in', string(.), '- left out'"/></xsl:catch>
      </xsl:try>
      <xsl:if test="not(@isbn)"><xsl:message>warning: no isbn in "<xsl:value-of select="."/>"</xsl:message></xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="book" mode="never"><xsl:value-of select="@prize"/></xsl:template>
  <xsl:template match="book" mode="never"><xsl:message terminate="yes">FATAL: not reached</xsl:message></xsl:template>
</xsl:stylesheet>
