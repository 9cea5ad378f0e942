/* What a request says, and answers that many routes give. */

#include "server/request.h"

#include <string.h>

#include "server/microhttpd.h"

const char *request_argument(const struct request *request, const char *name)
{
    return MHD_lookup_connection_value(request->connection,
        MHD_GET_ARGUMENT_KIND, name);
}

const char *request_header(const struct request *request, const char *name)
{
    return MHD_lookup_connection_value(request->connection, MHD_HEADER_KIND,
        name);
}

const char *request_cookie(const struct request *request, const char *name)
{
    return MHD_lookup_connection_value(request->connection, MHD_COOKIE_KIND,
        name);
}

struct answer answer_json(unsigned status, cJSON *tree)
{
    char *text = tree ? cJSON_PrintUnformatted(tree) : NULL;

    cJSON_Delete(tree);
    return (struct answer){ .status = text ? status : 500,
        .type = ANSWER_JSON, .bytes = text,
        .length = text ? strlen(text) : 0 };
}

struct answer answer_refusal(unsigned status, enum phrase phrase)
{
    cJSON *tree = cJSON_CreateObject();

    cJSON_AddStringToObject(tree, "error", phrase_text(phrase, LANGUAGE_ZH));
    struct answer answer = answer_json(status, tree);
    answer.refused = phrase;
    return answer;
}
