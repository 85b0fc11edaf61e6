/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/markdown-private.h"

#include <string.h>

/* Deeper than this, words are no longer bold in bold in bold. */
#define MAX_DEPTH 12

/**
 * accord_markdown_address_is_safe:
 * @address: where a link leads
 *
 * Returns: whether it is a web address: nothing else is ever opened
 */
gboolean
accord_markdown_address_is_safe (const char *address)
{
  const char *const schemes[] = { "https://", "http://" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (address, schemes[i], strlen (schemes[i])) == 0)
      {
        const char *rest = address + strlen (schemes[i]);

        for (const char *at = rest; *at != '\0'; at++)
          if (g_ascii_iscntrl (*at) || *at == ' ')
            return FALSE;
        return *rest != '\0' && *rest != '/';
      }
  return FALSE;
}

void
accord_inline_begin (AccordInline *self)
{
  accord_inline_clear (self);
  self->markup = g_string_new (NULL);
  self->open = g_ptr_array_new ();
}

/* Returns: (transfer full): the markup, every element closed */
char *
accord_inline_end (AccordInline *self)
{
  while (self->open->len > 0)
    {
      g_string_append (self->markup, self->open->pdata[self->open->len - 1]);
      g_ptr_array_remove_index (self->open, self->open->len - 1);
    }
  g_clear_pointer (&self->open, g_ptr_array_unref);
  return g_string_free (g_steal_pointer (&self->markup), FALSE);
}

void
accord_inline_clear (AccordInline *self)
{
  if (self->markup != NULL)
    g_string_free (g_steal_pointer (&self->markup), TRUE);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  self->depth = 0;
  self->has_link = FALSE;
}

static void
open_element (AccordInline *self, const char *start, const char *end)
{
  g_string_append (self->markup, start);
  g_ptr_array_add (self->open, (gpointer) end);
}

static void
open_link (AccordInline *self, const MD_ATTRIBUTE *target)
{
  g_autofree char *address = target->size > 0 ? g_strndup (target->text, target->size) : g_strdup ("");
  g_autofree char *escaped = NULL;

  if (!g_utf8_validate (address, -1, NULL) || !accord_markdown_address_is_safe (address))
    {
      open_element (self, "", "");
      return;
    }
  escaped = g_markup_escape_text (address, -1);
  g_string_append_printf (self->markup, "<a href=\"%s\">", escaped);
  g_ptr_array_add (self->open, (gpointer) "</a>");
  self->has_link = TRUE;
}

void
accord_inline_enter (AccordInline *self, MD_SPANTYPE type, void *detail)
{
  if (self->markup == NULL || ++self->depth > MAX_DEPTH)
    return;
  switch (type)
    {
    case MD_SPAN_STRONG:
      open_element (self, "<b>", "</b>");
      break;
    case MD_SPAN_EM:
      open_element (self, "<i>", "</i>");
      break;
    case MD_SPAN_DEL:
      open_element (self, "<s>", "</s>");
      break;
    case MD_SPAN_CODE:
      open_element (self, "<tt>", "</tt>");
      break;
    case MD_SPAN_A:
      open_link (self, &((MD_SPAN_A_DETAIL *) detail)->href);
      break;
    /* A picture is never fetched: what it is said to show stands in its place. */
    case MD_SPAN_IMG:
      open_element (self, "<i>", "</i>");
      break;
    default:
      open_element (self, "", "");
    }
}

void
accord_inline_leave (AccordInline *self, MD_SPANTYPE type)
{
  /* The parser may close what it never opened: in hostile texts, its own or that of another block. */
  if (self->markup == NULL || self->depth == 0 || self->depth-- > MAX_DEPTH || self->open->len == 0)
    return;
  g_string_append (self->markup, self->open->pdata[self->open->len - 1]);
  g_ptr_array_remove_index (self->open, self->open->len - 1);
}

static gboolean
append_number (GString *markup, const char *digits, gsize size)
{
  gboolean hex = size > 1 && (*digits == 'x' || *digits == 'X');
  g_autofree char *number = g_strndup (digits + hex, size - hex);
  guint64 code;
  char utf8[8] = { 0 };
  g_autofree char *escaped = NULL;

  if (!g_ascii_string_to_unsigned (number, hex ? 16 : 10, 0x20, 0x10ffff, &code, NULL)
      || !g_unichar_validate ((gunichar) code) || g_unichar_iscntrl ((gunichar) code))
    return FALSE;
  utf8[g_unichar_to_utf8 ((gunichar) code, utf8)] = '\0';
  escaped = g_markup_escape_text (utf8, -1);
  g_string_append (markup, escaped);
  return TRUE;
}

/* The few that people type; any other stays as it was typed. */
static void
append_entity (GString *markup, const char *text, gsize size)
{
  static const char *const known[][2] = {
    { "&amp;", "&amp;" },   { "&lt;", "&lt;" }, { "&gt;", "&gt;" }, { "&quot;", "&quot;" },
    { "&nbsp;", "\u00a0" }, { "&pound;", "£" }, { "&ndash;", "–" }, { "&mdash;", "—" },
  };
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strlen (known[i][0]) == size && strncmp (known[i][0], text, size) == 0)
      {
        g_string_append (markup, known[i][1]);
        return;
      }
  if (size > 3 && text[1] == '#' && append_number (markup, text + 2, size - 3))
    return;
  escaped = g_markup_escape_text (text, size);
  g_string_append (markup, escaped);
}

void
accord_inline_text (AccordInline *self, MD_TEXTTYPE type, const char *text, gsize size)
{
  g_autofree char *escaped = NULL;

  if (self->markup == NULL)
    return;
  switch (type)
    {
    case MD_TEXT_NULLCHAR:
      g_string_append (self->markup, "\ufffd");
      return;
    /* A line that a person broke stays broken. */
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      g_string_append_c (self->markup, '\n');
      return;
    case MD_TEXT_ENTITY:
      append_entity (self->markup, text, size);
      return;
    default:
      escaped = g_markup_escape_text (text, size);
      g_string_append (self->markup, escaped);
    }
}
