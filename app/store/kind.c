/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WORDS_SUFFIX "-words"

/* The two fields that every kind has, after its own: where the fact comes from. */
static const AccordField common_fields[] = {
  { "source", ACCORD_FIELD_REFERENCE, N_ ("Source"), ACCORD_FIELD_FACT, "source", NULL,
    N_ ("The document that says so") },
  { "passage", ACCORD_FIELD_LONG_TEXT, N_ ("Passage"), ACCORD_FIELD_FACT, NULL, NULL,
    N_ ("The words in the source that say so") },
};

static GParamSpec *
make_pspec (const AccordField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  if (accord_field_is_text (field))
    return g_param_spec_string (field->name, field->label, field->hint, NULL, flags);
  if (accord_field_is_integer (field))
    return g_param_spec_int64 (field->name, field->label, field->hint, G_MININT64, G_MAXINT64, ACCORD_UNKNOWN,
                               flags);
  if (field->type == ACCORD_FIELD_BOOLEAN)
    return g_param_spec_boolean (field->name, field->label, field->hint, FALSE, flags);
  return g_param_spec_variant (field->name, field->label, field->hint, G_VARIANT_TYPE ("ax"), NULL, flags);
}

/**
 * accord_record_class_describe:
 * @klass: the class being initialised
 * @name: the kind's word on the command line and its table (`fund`)
 * @label: singular for people (untranslated)
 * @plural: plural for people (untranslated)
 * @add_label: what the button that makes one says (untranslated)
 * @fields: (array length=n_fields): the class's table of fields, static
 * @n_fields: how many, at most 62
 *
 * Makes a property of every field, adds the two that every kind has, and fills in the class's #AccordKind. To
 * be called once, in class_init.
 */
void
accord_record_class_describe (AccordRecordClass *klass, const char *name, const char *label,
                              const char *plural, const char *add_label, const AccordField *fields,
                              guint n_fields)
{
  AccordKind *kind = g_new0 (AccordKind, 1);
  AccordField *all = g_new (AccordField, n_fields + G_N_ELEMENTS (common_fields));
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GObjectClass *base_class = g_type_class_peek (ACCORD_TYPE_RECORD);
  gboolean titled = FALSE;

  g_assert (n_fields + G_N_ELEMENTS (common_fields) <= 64);
  memcpy (all, fields, n_fields * sizeof (AccordField));
  memcpy (all + n_fields, common_fields, sizeof common_fields);

  /* GObject clears these for every class, so that they cannot be inherited. */
  object_class->get_property = base_class->get_property;
  object_class->set_property = base_class->set_property;

  kind->name = name;
  kind->label = label;
  kind->plural = plural;
  kind->add_label = add_label;
  kind->type = G_TYPE_FROM_CLASS (klass);
  kind->fields = all;
  kind->n_fields = n_fields + G_N_ELEMENTS (common_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (all[i].flags & ACCORD_FIELD_TITLE)
        {
          g_assert (!titled);
          kind->title_field = i;
          titled = TRUE;
        }
      all[n_fields].flags |= all[i].flags & ACCORD_FIELD_LOOKED_UP;
      g_object_class_install_property (object_class, i + 1, make_pspec (&all[i]));
    }
  g_assert (titled);
  klass->kind = kind;
}

/**
 * accord_kind_for_type:
 * @type: a record class
 *
 * Returns: (transfer none): its description
 */
const AccordKind *
accord_kind_for_type (GType type)
{
  /* Kept for the life of the program: kinds are pointed to from everywhere. */
  AccordRecordClass *klass = g_type_class_peek (type);

  if (klass == NULL)
    klass = g_type_class_ref (type);
  return klass->kind;
}

/**
 * accord_kind_find_field:
 * @kind: a kind
 * @name: a field's name, in kebab-case or snake_case
 *
 * Returns: the field's index, or -1
 */
int
accord_kind_find_field (const AccordKind *kind, const char *name)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *a = kind->fields[i].name, *b = name;

      while (*a != '\0' && (*a == *b || (*a == '-' && *b == '_')))
        a++, b++;
      if (*a == '\0' && *b == '\0')
        return i;
    }
  return -1;
}

/**
 * accord_kind_find_words:
 * @kind: a kind
 * @field: index of a field
 *
 * Documents say "late 2017" or "about 600": a field may have another that keeps these words.
 *
 * Returns: index of the field that keeps what was stated where @field itself is not known exactly, or -1
 */
int
accord_kind_find_words (const AccordKind *kind, guint field)
{
  g_autofree char *name = g_strconcat (kind->fields[field].name, WORDS_SUFFIX, NULL);

  return accord_kind_find_field (kind, name);
}

/**
 * accord_kind_is_words:
 * @kind: a kind
 * @field: index of a field
 *
 * Returns: whether @field keeps the words for another field, which shows them
 */
gboolean
accord_kind_is_words (const AccordKind *kind, guint field)
{
  g_autofree char *name = NULL;

  if (!g_str_has_suffix (kind->fields[field].name, WORDS_SUFFIX))
    return FALSE;
  name = g_strndup (kind->fields[field].name, strlen (kind->fields[field].name) - strlen (WORDS_SUFFIX));
  return accord_kind_find_field (kind, name) >= 0;
}

/**
 * accord_kind_get_field:
 * @kind: a kind
 * @name: a field's name
 *
 * Returns: (nullable): the field, or %NULL
 */
const AccordField *
accord_kind_get_field (const AccordKind *kind, const char *name)
{
  int index = accord_kind_find_field (kind, name);

  return index >= 0 ? &kind->fields[index] : NULL;
}
