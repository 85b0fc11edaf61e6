/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-fixture.h"

#include <cairo-pdf.h>
#include <string.h>

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_page (cairo_surface_t *surface, cairo_t *cairo, guint page)
{
  g_autofree char *title = g_strdup_printf ("Page %u: neighbourhood teams", page);
  g_autofree char *where = g_strdup_printf ("page=%u pos=[10 60]", page);

  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_select_font_face (cairo, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cairo, 14);
  cairo_move_to (cairo, 60, 80);
  cairo_show_text (cairo, title);
  cairo_set_font_size (cairo, 9);
  for (guint line = 1; line <= 30; line++)
    {
      g_autofree char *words = g_strdup_printf ("Line %u says what care costs on page %u.", line, page);

      cairo_move_to (cairo, 60, 100 + line * 14);
      cairo_show_text (cairo, words);
    }
  if (page == 1)
    {
      cairo_tag_begin (cairo, CAIRO_TAG_LINK, "uri='https://www.example.org/a?b=c' rect=[60 700 120 16]");
      cairo_tag_end (cairo, CAIRO_TAG_LINK);
    }
  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, where, 0);
  cairo_show_page (cairo);
}

/**
 * pdf_fixture_new:
 * @n_pages: how many
 *
 * Returns: (transfer full): a PDF of A4 pages with words, an outline of all pages, and a link on the first
 */
GBytes *
pdf_fixture_new (guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, 595, 842);
  cairo_t *cairo = cairo_create (surface);

  for (guint page = 1; page <= n_pages; page++)
    draw_page (surface, cairo, page);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
join_objects (const char *const *objects, guint n, const char *trailer)
{
  GString *file = g_string_new ("%PDF-1.4\n"), *table = g_string_new ("0000000000 65535 f \n");
  gsize at;

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (table, "%010u 00000 n \n", (guint) file->len);
      g_string_append_printf (file, "%u 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
  at = file->len;
  g_string_append_printf (file,
                          "xref\n0 %u\n%strailer << /Size %u /Root 1 0 R %s >>\nstartxref\n%u\n%%%%EOF\n",
                          n + 1, table->str, n + 1, trailer, (guint) at);
  g_string_free (table, TRUE);
  return g_string_free_to_bytes (file);
}

/**
 * pdf_fixture_new_by_hand:
 * @media: the page's box, such as "0 0 612 792"
 * @more: what else the page says, such as "/Rotate 90"
 * @content: what is drawn on it, with /F1 for Helvetica
 *
 * Returns: (transfer full): a PDF of one page, nothing of it compressed
 */
GBytes *
pdf_fixture_new_by_hand (const char *media, const char *more, const char *content)
{
  g_autofree char *page = g_strdup_printf (
      "<< /Type /Page /Parent 2 0 R /MediaBox [%s] %s /Resources << /Font << /F1 4 0 R >> >> "
      "/Contents 5 0 R >>",
      media, more);
  g_autofree char *stream =
      g_strdup_printf ("<< /Length %u >>\nstream\n%s\nendstream", (guint) strlen (content), content);
  const char *objects[] = { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                            page, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", stream };

  return join_objects (objects, G_N_ELEMENTS (objects), "");
}

/* --- The standard security handler of PDF 1.4, with 40 bits: enough to need a password. */

static const guchar padding[32] = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08"
                                  "\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A";

static void
rc4 (const guchar *key, gsize length, guchar *data, gsize size)
{
  guchar state[256], other;
  guint a = 0, b = 0;

  for (guint i = 0; i < 256; i++)
    state[i] = (guchar) i;
  for (guint i = 0; i < 256; i++)
    {
      b = (b + state[i] + key[i % length]) & 255;
      other = state[i], state[i] = state[b], state[b] = other;
    }
  b = 0;
  for (gsize i = 0; i < size; i++)
    {
      a = (a + 1) & 255;
      b = (b + state[a]) & 255;
      other = state[a], state[a] = state[b], state[b] = other;
      data[i] ^= state[(state[a] + state[b]) & 255];
    }
}

static void
md5 (GChecksum *sum, guchar digest[16])
{
  gsize length = 16;

  g_checksum_get_digest (sum, digest, &length);
  g_checksum_free (sum);
}

static char *
dup_hex (const guchar *bytes, gsize n)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  return g_string_free (text, FALSE);
}

/**
 * pdf_fixture_new_locked:
 * @password: what it opens with
 *
 * Returns: (transfer full): a PDF of one empty page
 */
GBytes *
pdf_fixture_new_locked (const char *password)
{
  const char *objects[] = { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>" };
  const guchar permissions[4] = { 0xfc, 0xff, 0xff, 0xff };
  guchar padded[32], owner[32], user[32], digest[16];
  g_autofree char *owner_hex = NULL, *user_hex = NULL, *trailer = NULL;
  gsize n = MIN (strlen (password), 32);
  GChecksum *sum = g_checksum_new (G_CHECKSUM_MD5);

  memcpy (padded, password, n);
  memcpy (padded + n, padding, 32 - n);
  g_checksum_update (sum, padded, 32);
  md5 (sum, digest);
  memcpy (owner, padded, 32);
  rc4 (digest, 5, owner, 32);
  sum = g_checksum_new (G_CHECKSUM_MD5);
  g_checksum_update (sum, padded, 32);
  g_checksum_update (sum, owner, 32);
  g_checksum_update (sum, permissions, 4);
  g_checksum_update (sum, (const guchar *) "0123456789abcdef", 16);
  md5 (sum, digest);
  memcpy (user, padding, 32);
  rc4 (digest, 5, user, 32);
  owner_hex = dup_hex (owner, 32);
  user_hex = dup_hex (user, 32);
  trailer = g_strdup_printf ("/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> "
                             "/ID [<30313233343536373839616263646566> <30313233343536373839616263646566>]",
                             owner_hex, user_hex);
  return join_objects (objects, G_N_ELEMENTS (objects), trailer);
}
