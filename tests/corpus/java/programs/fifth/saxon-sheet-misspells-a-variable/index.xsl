<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>
  <xsl:param name="language" select="'en'"/>
  <xsl:template match="/books">
    <xsl:for-each select="book">
      <xsl:sort select="." lang="{$lang}"/>
      <xsl:value-of select="., '&#10;'"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
