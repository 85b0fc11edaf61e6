/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json.h"

#include <string.h>

#define MAX_DEPTH 63

static void
begin_value (AccordJson *self)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << self->depth;

  if (self->after_key)
    {
      self->after_key = FALSE;
      return;
    }
  if (self->filled & bit)
    accord_output_write (self->output, ",", 1);
  if (self->depth == 1)
    accord_output_write (self->output, "\n", 1);
  self->filled |= bit;
}

static void
open_level (AccordJson *self, const char *bracket)
{
  g_return_if_fail (self->depth < MAX_DEPTH);

  begin_value (self);
  accord_output_write (self->output, bracket, 1);
  self->depth++;
  self->filled &= ~(G_GUINT64_CONSTANT (1) << self->depth);
}

static void
close_level (AccordJson *self, const char *bracket)
{
  gboolean filled = (self->filled >> self->depth) & 1;

  g_return_if_fail (self->depth > 0);

  if (self->depth == 1 && filled)
    accord_output_write (self->output, "\n", 1);
  self->depth--;
  accord_output_write (self->output, bracket, 1);
  if (self->depth == 0)
    accord_output_write (self->output, "\n", 1);
}

static void
write_escaped (AccordOutput *output, const char *text)
{
  const char *start = text;

  for (const char *at = text; *at != '\0'; at++)
    {
      guchar byte = *at;

      if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f)
        continue;
      accord_output_write (output, start, at - start);
      start = at + 1;
      if (byte == '"' || byte == '\\')
        accord_output_printf (output, "\\%c", byte);
      else if (byte == '\n')
        accord_output_write (output, "\\n", 2);
      else if (byte == '\t')
        accord_output_write (output, "\\t", 2);
      else
        accord_output_printf (output, "\\u%04x", byte);
    }
  accord_output_write (output, start, -1);
}

/**
 * accord_json_init:
 * @self: a writer on the caller's stack
 * @output: where the text goes; must outlive the writer
 *
 * Starts a document.
 */
void
accord_json_init (AccordJson *self, AccordOutput *output)
{
  memset (self, 0, sizeof *self);
  self->output = output;
}

/**
 * accord_json_begin_array:
 * @self: a writer
 */
void
accord_json_begin_array (AccordJson *self)
{
  open_level (self, "[");
}

/**
 * accord_json_end_array:
 * @self: a writer
 */
void
accord_json_end_array (AccordJson *self)
{
  close_level (self, "]");
}

/**
 * accord_json_begin_object:
 * @self: a writer
 */
void
accord_json_begin_object (AccordJson *self)
{
  open_level (self, "{");
}

/**
 * accord_json_end_object:
 * @self: a writer
 */
void
accord_json_end_object (AccordJson *self)
{
  close_level (self, "}");
}

/**
 * accord_json_key:
 * @self: a writer inside an object
 * @name: the name of the next member
 */
void
accord_json_key (AccordJson *self, const char *name)
{
  accord_json_string (self, name);
  accord_output_write (self->output, ":", 1);
  self->after_key = TRUE;
}

/**
 * accord_json_string:
 * @self: a writer
 * @value: (nullable): text; bytes that are no UTF-8 are replaced, and %NULL becomes `null`
 */
void
accord_json_string (AccordJson *self, const char *value)
{
  g_autofree char *valid = NULL;

  if (value == NULL)
    {
      accord_json_null (self);
      return;
    }
  if (!g_utf8_validate (value, -1, NULL))
    value = valid = g_utf8_make_valid (value, -1);
  begin_value (self);
  accord_output_write (self->output, "\"", 1);
  write_escaped (self->output, value);
  accord_output_write (self->output, "\"", 1);
}

/**
 * accord_json_int:
 * @self: a writer
 * @value: a whole number
 */
void
accord_json_int (AccordJson *self, gint64 value)
{
  begin_value (self);
  accord_output_printf (self->output, "%" G_GINT64_FORMAT, value);
}

/**
 * accord_json_boolean:
 * @self: a writer
 * @value: yes or no
 */
void
accord_json_boolean (AccordJson *self, gboolean value)
{
  accord_json_raw (self, value ? "true" : "false");
}

/**
 * accord_json_null:
 * @self: a writer
 *
 * Says that a value is not known.
 */
void
accord_json_null (AccordJson *self)
{
  accord_json_raw (self, "null");
}

/**
 * accord_json_raw:
 * @self: a writer
 * @text: a value that is JSON already
 */
void
accord_json_raw (AccordJson *self, const char *text)
{
  begin_value (self);
  accord_output_write (self->output, text, -1);
}

/**
 * accord_json_member_string:
 * @self: a writer inside an object
 * @name: the member's name
 * @value: (nullable): its text
 */
void
accord_json_member_string (AccordJson *self, const char *name, const char *value)
{
  accord_json_key (self, name);
  accord_json_string (self, value);
}

/**
 * accord_json_member_int:
 * @self: a writer inside an object
 * @name: the member's name
 * @value: its number
 */
void
accord_json_member_int (AccordJson *self, const char *name, gint64 value)
{
  accord_json_key (self, name);
  accord_json_int (self, value);
}

/**
 * accord_json_member_boolean:
 * @self: a writer inside an object
 * @name: the member's name
 * @value: yes or no
 */
void
accord_json_member_boolean (AccordJson *self, const char *name, gboolean value)
{
  accord_json_key (self, name);
  accord_json_boolean (self, value);
}
