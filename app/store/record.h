/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "field.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_RECORD (accord_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordRecord, accord_record, ACCORD, RECORD, GObject)

typedef struct _AccordKind AccordKind;
typedef struct _AccordReader AccordReader;

/**
 * AccordKind:
 * @name: the word used on the command line and as table name (`fund`)
 * @label: singular for people (untranslated; `Fund`)
 * @plural: plural for people (untranslated; `Funds`)
 * @add_label: what the button that makes one says (untranslated; `Add a fund`)
 * @type: the record class
 * @fields: the class's own fields followed by the two that every kind has (`source`, `passage`)
 * @n_fields: how many
 * @title_field: index of the field marked %ACCORD_FIELD_TITLE
 *
 * A record class described. Made once by accord_record_class_describe() and valid for the life of the
 * program.
 */
struct _AccordKind
{
  const char *name;
  const char *label;
  const char *plural;
  const char *add_label;
  GType type;
  const AccordField *fields;
  guint n_fields;
  guint title_field;
};

/**
 * AccordRecordClass:
 * @kind: filled in by accord_record_class_describe()
 * @validate: rules beyond those that the field table states, or %NULL; on failure sets
 *   %ACCORD_STORE_ERROR_INVALID with a sentence that names the field's label
 * @check: rules that need other records (no ring of boards accountable to each other), or %NULL; asked inside
 * the change, after @validate, before the record is written; fails as @validate does
 */
struct _AccordRecordClass
{
  GObjectClass parent_class;

  const AccordKind *kind;
  gboolean (*validate) (AccordRecord *self, GError **error);
  gboolean (*check) (AccordRecord *self, AccordReader *reader, GError **error);

  gpointer padding[5];
};

/**
 * ACCORD_DECLARE_RECORD:
 *
 * Declares a final record class, as G_DECLARE_FINAL_TYPE() does.
 */
#define ACCORD_DECLARE_RECORD(Type, type, NAME) G_DECLARE_FINAL_TYPE (Type, type, ACCORD, NAME, AccordRecord)

/**
 * ACCORD_DEFINE_RECORD:
 *
 * Defines a final record class whose fields are all in its table; the class keeps no state of its own.
 * The file then writes `static void TYPE_class_init (TypeClass *)`, which calls
 * accord_record_class_describe().
 */
#define ACCORD_DEFINE_RECORD(Type, type)                                                                     \
  struct _##Type                                                                                             \
  {                                                                                                          \
    AccordRecord parent_instance;                                                                            \
  };                                                                                                         \
  G_DEFINE_FINAL_TYPE (Type, type, ACCORD_TYPE_RECORD)                                                       \
  static void type##_init (Type *self) { (void) self; }

void accord_record_class_describe (AccordRecordClass *klass, const char *name, const char *label,
                                   const char *plural, const char *add_label, const AccordField *fields,
                                   guint n_fields);

const AccordKind *accord_kind_for_type (GType type);
int accord_kind_find_field (const AccordKind *kind, const char *name);
int accord_kind_find_words (const AccordKind *kind, guint field);
gboolean accord_kind_is_words (const AccordKind *kind, guint field);
const AccordField *accord_kind_get_field (const AccordKind *kind, const char *name);

AccordRecord *accord_record_new (const AccordKind *kind);
AccordRecord *accord_record_copy (AccordRecord *self);
void accord_record_clear (AccordRecord *self);
void accord_record_fill_in (AccordRecord *self);

const AccordKind *accord_record_get_kind (AccordRecord *self);
gint64 accord_record_get_id (AccordRecord *self);
const char *accord_record_get_uid (AccordRecord *self);
void accord_record_adopt_uid (AccordRecord *self, const char *uid);
void accord_record_stand_in (AccordRecord *self, gint64 id);
const char *accord_record_get_created (AccordRecord *self);
const char *accord_record_get_modified (AccordRecord *self);
const char *accord_record_get_deleted (AccordRecord *self);

const char *accord_record_get_text (AccordRecord *self, const char *field);
gint64 accord_record_get_int (AccordRecord *self, const char *field);
gboolean accord_record_get_boolean (AccordRecord *self, const char *field);
const gint64 *accord_record_get_ids (AccordRecord *self, const char *field, gsize *n_ids);
const char *accord_record_get_reference_title (AccordRecord *self, const char *field);

void accord_record_set_text (AccordRecord *self, const char *field, const char *value);
void accord_record_set_int (AccordRecord *self, const char *field, gint64 value);
void accord_record_set_boolean (AccordRecord *self, const char *field, gboolean value);
void accord_record_set_ids (AccordRecord *self, const char *field, const gint64 *ids, gsize n_ids);

/* The same by index in the kind's table, for loops over many records. */
const char *accord_record_peek_text (AccordRecord *self, guint index);
gint64 accord_record_peek_int (AccordRecord *self, guint index);
const gint64 *accord_record_peek_ids (AccordRecord *self, guint index, gsize *n_ids);
const char *accord_record_peek_reference_title (AccordRecord *self, guint index);
void accord_record_put_text (AccordRecord *self, guint index, const char *value, gssize length);
void accord_record_put_int (AccordRecord *self, guint index, gint64 value);
void accord_record_put_ids (AccordRecord *self, guint index, const gint64 *ids, gsize n_ids);

gboolean accord_record_is_empty (AccordRecord *self, guint index);
gboolean accord_record_field_equal (AccordRecord *a, AccordRecord *b, guint index);
char *accord_record_dup_title (AccordRecord *self);
char *accord_record_dup_display (AccordRecord *self, guint index);
char *accord_record_dup_plain (AccordRecord *self, guint index);
gboolean accord_record_parse_field (AccordRecord *self, guint index, const char *text, GError **error);
gboolean accord_record_validate (AccordRecord *self, GError **error);

G_END_DECLS
