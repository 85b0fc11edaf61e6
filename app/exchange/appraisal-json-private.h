/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-json.h"
#include "json-tree.h"

G_BEGIN_DECLS

/* How the parts of an appraisal's file are read. Each function returns FALSE with a sentence that begins with
 * the place in the file. */

gboolean accord_json_node_get_decimal (const AccordJsonNode *self, AccordDecimal *value);
gboolean accord_json_fail (const AccordJsonNode *node, GError **error, const char *what);
gboolean accord_json_fail_missing (const AccordJsonNode *node, const char *key, GError **error);
gboolean accord_json_take_array (AccordJsonNode *object, const char *key, AccordJsonNode **array,
                                 GError **error);
gboolean accord_json_check_object (const AccordJsonNode *node, GError **error);
gboolean accord_json_take_text (AccordJsonNode *object, const char *key, const char **text, GError **error);
gboolean accord_json_take_boolean (AccordJsonNode *object, const char *key, gboolean *value, GError **error);
gboolean accord_json_take_decimal (AccordJsonNode *object, const char *key, AccordDecimal *value,
                                   GError **error);
gboolean accord_json_take_whole (AccordJsonNode *object, const char *key, gint64 least, gint64 most,
                                 gint64 *value, GError **error);
gboolean accord_json_take_pence (AccordJsonNode *object, const char *key, gint64 *value, GError **error);
gboolean accord_json_take_word (AccordJsonNode *object, const char *key, const char *const *words,
                                guint *index, GError **error);
gboolean accord_json_read_decimal (const AccordJsonNode *node, AccordDecimal *value, GError **error);
gboolean accord_json_read_pence (const AccordJsonNode *node, gint64 *value, GError **error);
gboolean accord_json_read_year (const AccordJsonNode *member, const AccordCba *cba, guint *year,
                                GError **error);
gboolean accord_json_read_price_year (const AccordJsonNode *node, const AccordPriceSeries *series, int *year,
                                      GError **error);

gboolean accord_json_read_schedule (AccordJsonNode *node, AccordCba *cba, AccordSchedule **schedule,
                                    GError **error);
gboolean accord_json_take_schedule (AccordJsonNode *object, AccordCba *cba, guint *index, GError **error);
gboolean accord_json_read_tables (AccordJsonNode *root, AccordCba *cba, GError **error);
gboolean accord_json_read_shipped (AccordCba *cba, GError **error);
gboolean accord_json_read_cost (AccordJsonNode *node, AccordCba *cba, AccordCbaOption *option,
                                GError **error);
gboolean accord_json_read_outcome (AccordJsonNode *node, AccordCba *cba, AccordCbaOption *option,
                                   GError **error);
gboolean accord_json_read_scenarios (AccordJsonNode *root, AccordAppraisalJson *self, GError **error);

extern const char *const accord_json_cost_kinds[];
extern const char *const accord_json_timings[];
extern const char *const accord_json_classes[];
extern const char *const accord_json_spreads[];
extern const char *const accord_json_comparators[];
extern const char *const accord_json_methods[];

const char *accord_json_field_name (AccordCbaField field);

G_END_DECLS
