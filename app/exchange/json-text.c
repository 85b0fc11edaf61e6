/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-text.h"

#include "json-string.h"

/* Begins a line of its own, where the value of @key (or an element) then stands. */
static void
begin (AccordJsonText *self, const char *key)
{
  if (!self->empty)
    g_string_append_c (self->text, ',');
  if (self->depth > 0)
    g_string_append_printf (self->text, "\n%*s", (int) self->depth, "");
  self->empty = FALSE;
  if (key == NULL)
    return;
  accord_json_append_string (self->text, key);
  g_string_append (self->text, ": ");
}

/**
 * accord_json_text_open:
 * @self: a text, at first with an empty string, depth 0 and empty
 * @key: (nullable): the name of the member, in an object
 * @bracket: `{` or `[`
 */
void
accord_json_text_open (AccordJsonText *self, const char *key, char bracket)
{
  begin (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->empty = TRUE;
}

/**
 * accord_json_text_close:
 * @self: a text
 * @bracket: `}` or `]`
 */
void
accord_json_text_close (AccordJsonText *self, char bracket)
{
  self->depth--;
  if (!self->empty)
    g_string_append_printf (self->text, "\n%*s", (int) self->depth, "");
  g_string_append_c (self->text, bracket);
  self->empty = FALSE;
}

/**
 * accord_json_text_string:
 * @self: a text
 * @key: (nullable): the name of the member, in an object
 * @value: (nullable): its words; a member without is left out
 */
void
accord_json_text_string (AccordJsonText *self, const char *key, const char *value)
{
  if (value == NULL)
    return;
  begin (self, key);
  accord_json_append_string (self->text, value);
}

/**
 * accord_json_text_whole:
 * @self: a text
 * @key: (nullable): the name of the member, in an object
 * @value: a whole number
 */
void
accord_json_text_whole (AccordJsonText *self, const char *key, gint64 value)
{
  begin (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * accord_json_text_decimal:
 * @self: a text
 * @key: (nullable): the name of the member, in an object
 * @value: a decimal; a member that is not stated is left out
 */
void
accord_json_text_decimal (AccordJsonText *self, const char *key, AccordDecimal value)
{
  g_autofree char *digits = accord_decimal_format (value);

  if (value == ACCORD_DECIMAL_UNKNOWN)
    return;
  begin (self, key);
  g_string_append (self->text, digits);
}

/**
 * accord_json_text_boolean:
 * @self: a text
 * @key: (nullable): the name of the member, in an object
 * @value: true or false
 */
void
accord_json_text_boolean (AccordJsonText *self, const char *key, gboolean value)
{
  begin (self, key);
  g_string_append (self->text, value ? "true" : "false");
}
